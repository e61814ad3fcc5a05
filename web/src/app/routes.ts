import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { graphSearch, issuerSearch, liveSearch, pathSearch, personSearch } from './addresses.ts';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = () => root;

// A view's script is loaded when it is first opened.
const routeTree = root.addChildren([
  createRoute({ getParentRoute: under, path: '/', component: Home }),
  createRoute({
    getParentRoute: under,
    path: '/person/$id',
    validateSearch: personSearch,
    component: lazyRouteComponent(() => import('../person/index.ts'), 'PersonView'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/issuer/$id',
    validateSearch: issuerSearch,
    component: lazyRouteComponent(() => import('../issuer/index.ts'), 'IssuerView'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/graph/$id',
    validateSearch: graphSearch,
    component: lazyRouteComponent(() => import('../graph/index.ts'), 'GraphView'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/path',
    validateSearch: pathSearch,
    component: lazyRouteComponent(() => import('../graph/index.ts'), 'PathView'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/live',
    validateSearch: liveSearch,
    component: lazyRouteComponent(() => import('../live/index.ts'), 'LiveView'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/ledger',
    component: lazyRouteComponent(() => import('../ledger/index.ts'), 'LedgerView'),
  }),
]);

/** Gives every view an address that restores it. */
export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Another date is no other page.
  defaultStructuralSharing: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
