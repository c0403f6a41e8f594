import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
  SerializeOptions,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AccountList,
  AccountListQuery,
  AccountView,
  AsOfQuery,
  ChangeAccount,
  ChangeRoleValidity,
  GiveRole,
  HistoryPage,
  HistoryPageQuery,
  RegisterAccount,
  SignInLink,
} from '#shared';
import type { FastifyReply } from 'fastify';
import * as z from 'zod';
import { Allow } from '../platform/access.js';
import { KeptPerRevision } from '../platform/answers.js';
import { WithoutVersion } from '../platform/open-api/decorators.js';
import { Ctx, type RequestContext } from '../platform/request-context.js';
import { AccountHistoryQuery } from './account-history.query.js';
import { AccountService } from './account.service.js';
import { AccountsQuery } from './accounts.query.js';

/** Who may sign in, and what for. Each write on a person answers with her as she has become. */
@ApiTags('people')
@Controller('accounts')
@SerializeOptions({ schema: AccountView })
export class AccountsController {
  constructor(
    private readonly accounts: AccountsQuery,
    private readonly history: AccountHistoryQuery,
    private readonly service: AccountService,
  ) {}

  /** People with their roles, filtered, sorted and paged. */
  @Get()
  @Allow('administration.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: AccountList })
  listAccounts(
    @Ctx() ctx: RequestContext,
    @Query({ schema: AccountListQuery }) asked: AccountListQuery,
  ): Promise<AccountList> {
    return this.accounts.list(ctx, asked);
  }

  /** Registers a person, with a first role if one is said; a guest is invited for a time. */
  @Post()
  @Allow('people.change')
  async registerAccount(
    @Ctx() ctx: RequestContext,
    @Body({ schema: RegisterAccount }) input: RegisterAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccountView> {
    const account = await this.service.register(ctx, input);
    reply.header('location', `/api/accounts/${account.id}`);
    return account;
  }

  /** One person with her roles past, present and to come. */
  @Get(':account')
  @Allow('administration.read')
  @KeptPerRevision()
  readAccount(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
    @Query({ schema: AsOfQuery }) _query: AsOfQuery,
  ): Promise<AccountView> {
    return this.accounts.of(ctx, account);
  }

  /** Who changed what about a person and her roles, made a link for her or ended a session of hers. */
  @Get(':account/history')
  @Allow('administration.read')
  @KeptPerRevision()
  @SerializeOptions({ schema: HistoryPage })
  readAccountHistory(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
    @Query({ schema: HistoryPageQuery }) asked: HistoryPageQuery,
  ): Promise<HistoryPage> {
    return this.history.of(ctx, account, asked);
  }

  /** Changes name, e-mail address or title; `active` says whether she can sign in. */
  @Patch(':account')
  @Allow('people.change')
  changeAccount(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
    @Body({ schema: ChangeAccount }) input: ChangeAccount,
  ): Promise<AccountView> {
    return this.service.changeAccount(ctx, account, input);
  }

  /** Gives a role, for a sector where the role is a sector's, from a date and perhaps to one. */
  @Post(':account/roles')
  @Allow('people.change')
  @HttpCode(200)
  giveRole(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
    @Body({ schema: GiveRole }) input: GiveRole,
  ): Promise<AccountView> {
    return this.service.giveRole(ctx, account, input);
  }

  /** Changes from when and to when a role holds. */
  @Put(':account/roles/:id')
  @Allow('people.change')
  changeRoleValidity(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: ChangeRoleValidity }) times: ChangeRoleValidity,
  ): Promise<AccountView> {
    return this.service.changeRoleValidity(ctx, account, id, times);
  }

  /** Ends a role now: yesterday was its last day. */
  @Delete(':account/roles/:id')
  @Allow('people.change')
  endRole(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<AccountView> {
    return this.service.endRole(ctx, account, id);
  }

  /** Makes a link that signs the person in once, and withdraws those made before. Each request makes another. */
  @Post(':account/sign-in-link')
  @Allow('people.change')
  @HttpCode(200)
  @WithoutVersion()
  @SerializeOptions({ schema: SignInLink })
  makeSignInLink(
    @Ctx() ctx: RequestContext,
    @Param('account', { schema: z.uuid() }) account: string,
  ): Promise<SignInLink> {
    return this.service.makeSignInLink(ctx, account);
  }
}
