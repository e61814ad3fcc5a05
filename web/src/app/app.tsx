import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { Provider } from 'urql';
import { createClient } from '../client/index.ts';
import { router } from './routes.ts';
import './app.css';

/** The whole page. */
export function App() {
  const [client] = useState(createClient);
  return (
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  );
}
