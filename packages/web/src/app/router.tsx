import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { NotFoundPage } from '../pages/NotFound/not-found-page.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { pageView } from './page-view.tsx';
import { pages } from './pages.ts';
import { parseSearch, stringifySearch } from './search-text.ts';
import { HomeRedirect, SignedInLayout } from './signed-in-layout.tsx';

const root = createRootRoute({
  component: () => (
    <ErrorBoundary>
      <Outlet />
    </ErrorBoundary>
  ),
  notFoundComponent: NotFoundPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: pageView(() => import('../pages/SignIn/sign-in-page.tsx').then((module) => module.SignInPage)),
});
const changePassword = createRoute({
  getParentRoute: () => root,
  path: '/change-password',
  component: pageView(() =>
    import('../pages/ChangePassword/change-password-page.tsx').then((module) => module.ChangePasswordPage),
  ),
});
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: SignedInLayout });
const home = createRoute({ getParentRoute: () => frame, path: '/', component: HomeRedirect });
const anywhereElse = createRoute({ getParentRoute: () => frame, path: '$', component: NotFoundPage });
const framed = pages.map((page) =>
  createRoute({ getParentRoute: () => frame, path: page.path, component: pageView(page.load, page) }),
);

/** Routes are made from `pages.tsx`; addresses are plain text, so the router's own type registry is not used. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, changePassword, frame.addChildren([home, anywhereElse, ...framed])]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => {
    throw error;
  },
});
