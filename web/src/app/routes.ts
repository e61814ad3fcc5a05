import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
} from '@tanstack/react-router';
import {
  compareSearch,
  graphSearch,
  homeSearch,
  issuerSearch,
  liveSearch,
  pathSearch,
  personSearch,
  timesSearch,
} from './addresses.ts';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';
import { Shell } from './shell.tsx';

/** What an address of one word is: the ticker of an issuer. */
const TICKER = /^[A-Z][A-Z0-9.-]{0,9}$/;

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const under = () => root;

// A view's script is loaded when it is first opened.
const routeTree = root.addChildren([
  createRoute({ getParentRoute: under, path: '/', validateSearch: homeSearch, component: Home }),
  createRoute({
    getParentRoute: under,
    path: '/$ticker',
    validateSearch: issuerSearch,
    component: lazyRouteComponent(() => import('../issuer/index.ts'), 'TickerView'),
    beforeLoad: ({ params: { ticker } }) => {
      // The server's own paths are in lower case.
      if (!TICKER.test(ticker)) throw notFound();
    },
  }),
  createRoute({
    getParentRoute: under,
    path: '/filing/$number',
    validateSearch: timesSearch,
    component: lazyRouteComponent(() => import('../filing/index.ts'), 'FilingView'),
  }),
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
    path: '/compare',
    validateSearch: compareSearch,
    component: lazyRouteComponent(() => import('../compare/index.ts'), 'CompareView'),
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
