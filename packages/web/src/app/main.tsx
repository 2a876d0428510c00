import './older-browsers.ts';
import './global.css';
import { RouterProvider } from '@tanstack/react-router';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { Providers } from './providers.tsx';
import { router } from './router.tsx';

dayjs.locale('zh-cn');
// The server's policy forbids eval; Zod then must not even try to compile its checks.
z.config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('index.html lost its root element');
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
