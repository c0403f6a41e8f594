import { Global, Module } from '@nestjs/common';
import { Sessions } from '../platform/access.guard.js';
import { AccountHistoryQuery } from './account-history.query.js';
import { AccountService } from './account.service.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsQuery } from './accounts.query.js';
import { DemonstrationAccounts } from './demonstration-accounts.js';
import { FirstSignIn } from './first-sign-in.js';
import { LoadMunicipality } from './load-municipality.js';
import { MunicipalityController } from './municipality.controller.js';
import { MunicipalityQuery } from './municipality.query.js';
import { OpenSession } from './open-session.js';
import { OpenSessionsController } from './open-sessions.controller.js';
import { OpenSessions } from './open-sessions.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { OwnSessions } from './own-sessions.js';
import { PasswordService } from './password.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleQuery } from './people.query.js';
import { SessionController } from './session.controller.js';
import { SessionQuery } from './session.query.js';
import { SessionService } from './session.service.js';
import { SessionsInDatabase } from './sessions-in-database.js';
import { SignInPace } from './sign-in-pace.js';

/** Who people are and what they may; the municipality they work in. */
@Global()
@Module({
  controllers: [
    SessionController,
    OwnSessionsController,
    OpenSessionsController,
    MunicipalityController,
    PeopleController,
    AccountsController,
  ],
  providers: [
    { provide: Sessions, useClass: SessionsInDatabase },
    SessionQuery,
    SessionService,
    OpenSession,
    OwnSessions,
    OpenSessions,
    PasswordService,
    SignInPace,
    DemonstrationAccounts,
    MunicipalityQuery,
    PeopleQuery,
    AccountsQuery,
    AccountHistoryQuery,
    AccountService,
    LoadMunicipality,
    FirstSignIn,
  ],
  exports: [Sessions],
})
export class IdentityModule {}
