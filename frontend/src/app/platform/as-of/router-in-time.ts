import { Location } from '@angular/common';
import { inject, type Provider, Service } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  BaseRouteReuseStrategy,
  NavigationCancel,
  NavigationCancellationCode,
  NavigationError,
  type NavigationBehaviorOptions,
  RouteReuseStrategy,
  Router,
  RoutesRecognized,
  type UrlCreationOptions,
  UrlTree,
} from '@angular/router';
import { AsOf, asOfParameter } from './as-of';

/** Signing in is of now; where one was going is kept with its date beside it. */
const alwaysOfNow = new Set(['logg-inn', 'ikke-kontakt']);

/** The router, carrying the date the application is shown as of along every link and every navigation. */
@Service()
export class RouterInTime extends Router {
  private readonly asOf = inject(AsOf);
  private readonly place = inject(Location);

  constructor() {
    super();
    this.events.subscribe((event) => {
      if (event instanceof RoutesRecognized) this.follow(event.state.root.queryParams);
      // stayed where it was, as when a person keeps what is not saved
      else if (event instanceof NavigationError || (event instanceof NavigationCancel && !goesOn(event)))
        this.follow(this.parseUrl(this.url).queryParams);
    });
  }

  override createUrlTree(commands: readonly unknown[], extras?: UrlCreationOptions): UrlTree {
    return this.inTime(super.createUrlTree(commands, extras));
  }

  override navigateByUrl(url: string | UrlTree, extras?: NavigationBehaviorOptions): Promise<boolean> {
    return super.navigateByUrl(typeof url === 'string' ? this.inTime(this.parseUrl(url)) : url, extras);
  }

  /** The same page as of a date or an instant; as it is today when null. */
  show(asOf: string | null): Promise<boolean> {
    const tree = this.parseUrl(this.place.path(true));
    const { [asOfParameter]: _, ...others } = tree.queryParams;
    const queryParams = asOf === null ? others : { ...others, [asOfParameter]: asOf };
    return super.navigateByUrl(new UrlTree(tree.root, queryParams, tree.fragment), { onSameUrlNavigation: 'reload' });
  }

  private inTime(tree: UrlTree): UrlTree {
    const given = this.asOf.given();
    const first = tree.root.children['primary']?.segments[0]?.path ?? '';
    if (given === null || asOfParameter in tree.queryParams || alwaysOfNow.has(first)) return tree;
    return new UrlTree(tree.root, { ...tree.queryParams, [asOfParameter]: given }, tree.fragment);
  }

  private follow(queryParams: Record<string, unknown>): void {
    const asked = queryParams[asOfParameter];
    this.asOf.follow(typeof asked === 'string' ? asked : null);
  }
}

/** A page as of another date is another page: it is made anew, and asks for all it shows. */
@Service()
export class PagesInTime extends BaseRouteReuseStrategy {
  override shouldReuseRoute(future: ActivatedRouteSnapshot, current: ActivatedRouteSnapshot): boolean {
    const isPage = future.routeConfig !== null && !future.routeConfig.children;
    const sameTime = future.queryParams[asOfParameter] === current.queryParams[asOfParameter];
    return super.shouldReuseRoute(future, current) && (sameTime || !isPage);
  }
}

function goesOn({ code }: NavigationCancel): boolean {
  return code === NavigationCancellationCode.Redirect || code === NavigationCancellationCode.SupersededByNewNavigation;
}

export function provideRouterInTime(): Provider[] {
  return [
    { provide: Router, useExisting: RouterInTime },
    { provide: RouteReuseStrategy, useExisting: PagesInTime },
  ];
}
