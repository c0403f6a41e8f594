import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AccountList, AccountView, RegisterAccount, SignInLink } from '#shared';
import { writeHeaders } from '../platform/http/write-headers';

/** The people who may sign in, and the way in for them. */
@Service()
export class AccountClient {
  private readonly http = inject(HttpClient);

  /** Called where a resource may be made: while a page is built. */
  list(question: Signal<Record<string, string>>) {
    return httpResource<AccountList>(() => ({ url: '/api/accounts', params: question() }));
  }

  register(input: RegisterAccount, intent: string): Promise<AccountView> {
    return firstValueFrom(this.http.post<AccountView>('/api/accounts', input, { headers: writeHeaders({ intent }) }));
  }

  /** Withdraws those made before. */
  makeSignInLink(id: string): Promise<SignInLink> {
    return firstValueFrom(this.http.post<SignInLink>(`/api/accounts/${id}/sign-in-link`, {}));
  }
}
