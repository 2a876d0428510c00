import { test } from './support/demo-app.ts';
import { approve, drawUp, publish, readOnThePhone } from './three-levels/bulletins.ts';
import { City } from './three-levels/city.ts';
import { appealOnce, firstInstance, readScoreLog, secondInstance } from './three-levels/points.ts';
import { pressTheLateStation } from './three-levels/pressing.ts';
import { changeAtTwoDesks, handDown, refuseOtherCounty, rideTheElevator } from './three-levels/targets.ts';
import {
  acceptByKeyboard,
  countTowardsTarget,
  reportFromThePhone,
  returnAndResubmit,
  withdraw,
} from './three-levels/work.ts';

// Up to six people's screens on two cores that may have other work.
test.setTimeout(300_000);

test('P1 P5 P10 two offices hand targets down to one officer and press who is late, each in its own subtree', async ({
  browser,
  demo,
}) => {
  const city = new City(browser, demo.url);
  await test.step('市局和县局同时看各自的层级', () => rideTheElevator(city));
  await test.step('县局打不开别的县', () => refuseOtherCounty(city));
  await test.step('两个考核办同时调整各自的目标', () => changeAtTwoDesks(city));
  await test.step('逐级分解到民警，超额须有理由', () => handDown(city));
  await test.step('两个考核办同时催办同一个所，所长说明', () => pressTheLateStation(city));
  await city.end();
});

test('P6 P7 P9 P13 work goes from the phone through review into the score log and through both instances of appeal', async ({
  browser,
  demo,
}) => {
  const city = new City(browser, demo.url);
  await test.step('报错的撤回', () => withdraw(city));
  const handedIn = await test.step('手机填报，假照片不收', () => reportFromThePhone(city));
  await test.step('键盘受理、采纳，受理后不能撤回', () => acceptByKeyboard(city, handedIn.accepted));
  await test.step('退回、补正，少认定', () => returnAndResubmit(city, handedIn.lowered));
  await test.step('县局考核办审核，计入目标', () => countTowardsTarget(city));
  await test.step('得分流水，已知悉', () => readScoreLog(city));
  const address = await test.step('有异议，只能提一次', () => appealOnce(city));
  await test.step('评分人不能答复，他人维持', () => firstInstance(city, address));
  await test.step('二次复议，新记一条', () => secondInstance(city, address));
  await city.end();
});

test('P15 two offices draw up bulletins at the same time, each numbered in its own series and read on the phone', async ({
  browser,
  demo,
}) => {
  const city = new City(browser, demo.url);
  const bulletins = await test.step('同时拟制、送审', () => drawUp(city));
  const numbers = await test.step('同时批准，各自连续编号', () => approve(city, bulletins));
  await test.step('发布，下载文稿', () => publish(city, bulletins, numbers));
  await test.step('手机阅读，阅读情况可见', () => readOnThePhone(city, bulletins, numbers));
  await city.end();
});
