/** Made by `npm run generate:api` from the routes of the API; do not edit. */
export type paths = {
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A chain of the audit, calculated again 审计记录与校验 */
        get: operations["getAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search the audit by claim, person, action, time and outcome 查询审计记录 */
        get: operations["getAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The entries found, as CSV or JSON lines; the export is recorded 导出审计记录 */
        post: operations["postAuditExports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bank/callbacks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Callback of the bank, signed 银行回调
         * @description Signed as docs/bank-protocol.md says; repeated until it is answered by 204.
         */
        post: operations["postBankCallbacks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open claims by stage, time left and age; what is late; money that waits; stage times 看板 */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open claims behind a number: what is late, by which term, why, in whose hands 看板案件清单 */
        get: operations["getBoardCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open work by person 人员工作量 */
        get: operations["getBoardLoad"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/board/passages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims that left a stage, the longest first 环节耗时明细 */
        get: operations["getBoardPassages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Branches, by their code 机构列表 */
        get: operations["getBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calculations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Calculate without a claim 试算 */
        post: operations["postCalculations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the business calendar 工作日历 */
        get: operations["getCalendars"];
        put?: never;
        /** Add a version of the calendar 新增日历版本 */
        post: operations["postCalendars"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own claims, newest first 我的案件 */
        get: operations["getClaims"];
        put?: never;
        /**
         * Report a loss 报案
         * @description Answers with number, contact, checklist and next steps; nothing that is acknowledged waits for anything else. Possible duplicates are refused with duplicateReport until duplicatesSeen is true.
         */
        post: operations["postClaims"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything about a claim 案件详情
         * @description With If-None-Match an unchanged claim is answered by 304.
         */
        get: operations["getClaimsClaimId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the claim 受理
         * @description Names the run of the panel that was seen, and the checks that a person has answered.
         */
        post: operations["postClaimsClaimIdAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/coverage-facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Establish the facts of the cover 认定责任事实 */
        post: operations["postClaimsClaimIdCoverageFacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Papers and photographs 材料列表
         * @description Staff see all; others what they sent themselves.
         */
        get: operations["getClaimsClaimIdDocuments"];
        put?: never;
        /**
         * Send a paper or a photograph 上传材料
         * @description multipart/form-data with `item` (an item of the checklist), `channel` (upload; staff also scan, courier) and `file`: JPEG, PNG, WebP or PDF of at most 20 MB, told by its content.
         */
        post: operations["postClaimsClaimIdDocuments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/documents/{documentId}/original": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file as it was sent 原件 */
        get: operations["getClaimsClaimIdDocumentsDocumentIdOriginal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/documents/{documentId}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The small picture 缩略图 */
        get: operations["getClaimsClaimIdDocumentsDocumentIdThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/documents/{documentId}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture 查看图片 */
        get: operations["getClaimsClaimIdDocumentsDocumentIdView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/documents/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept or refuse what was sent for an item 审核材料 */
        post: operations["postClaimsClaimIdDocumentsReviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/fast-track-review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the audit of a claim paid by software 闪赔复核结果 */
        post: operations["postClaimsClaimIdFastTrackReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/first-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record the first call to the customer 首次联系 */
        post: operations["postClaimsClaimIdFirstContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened, in order 案件轨迹 */
        get: operations["getClaimsClaimIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Postings and balances 账目 */
        get: operations["getClaimsClaimIdLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The thread between customer and insurer 留言 */
        get: operations["getClaimsClaimIdMessages"];
        put?: never;
        /** Write to the other side 留言 */
        post: operations["postClaimsClaimIdMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell once, in one notice, what is missing 一次性补充通知
         * @description A second notice needs a new reason and a supervisor (Insurance Law, article 22).
         */
        post: operations["postClaimsClaimIdNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add people to the claim 增加当事人 */
        post: operations["postClaimsClaimIdParties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/parties/{partyId}/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say where the money goes 收款账户
         * @description A change voids every approval that names this party and is not paid yet.
         */
        put: operations["putClaimsClaimIdPartiesPartyIdAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/parties/{partyId}/telephone-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show a telephone number, to call it 查看联系电话 */
        post: operations["postClaimsClaimIdPartiesPartyIdTelephoneViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/payments/{intentId}/suspense-resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what became of a payment in doubt 挂账处理
         * @description The first person proposes, a second one confirms with the same outcome.
         */
        post: operations["postClaimsClaimIdPaymentsIntentIdSuspenseResolution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the claim stands 理赔进度
         * @description With If-None-Match an unchanged claim is answered by 304.
         */
        get: operations["getClaimsClaimIdProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/reassignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the claim to another handler 改派 */
        post: operations["postClaimsClaimIdReassignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject the claim in writing 拒赔
         * @description With clause and reason (Insurance Law, article 24); the note is the reason in plain words.
         */
        post: operations["postClaimsClaimIdRejection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen a closed claim 重开案件 */
        post: operations["postClaimsClaimIdReopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/reserve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The reserve with its history 准备金
         * @description Every movement in the books, oldest first, with the balance after it.
         */
        get: operations["getClaimsClaimIdReserve"];
        put?: never;
        /**
         * Set the reserve anew 调整准备金
         * @description At any stage until the close, with a reason. Not below what is promised and not paid yet.
         */
        post: operations["postClaimsClaimIdReserve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/rule-uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which rules answered what 规则依据 */
        get: operations["getClaimsClaimIdRuleUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sensitive-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show personal data in clear 查看敏感信息 */
        post: operations["postClaimsClaimIdSensitiveViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for approval of amount and payees 提交核赔 */
        post: operations["postClaimsClaimIdSettlements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/settlements/{settlementId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve, return, reject or refer 核赔
         * @description Names level and hash of what was seen. Rejecting needs the clause.
         */
        post: operations["postClaimsClaimIdSettlementsSettlementIdDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/settlements/{settlementId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let an approved settlement be paid 支付放行 */
        post: operations["postClaimsClaimIdSettlementsSettlementIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Save a new version of the calculation 保存理算书
         * @description The engine calculates it; figures that contradict each other or the policy are refused.
         */
        post: operations["postClaimsClaimIdSheets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sheets/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A calculation, calculated again 理算书与复算 */
        get: operations["getClaimsClaimIdSheetsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sheets/{version}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Agree with the amount 同意金额 */
        post: operations["postClaimsClaimIdSheetsVersionAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sheets/{version}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispute lines of the calculation 对金额有异议 */
        post: operations["postClaimsClaimIdSheetsVersionDispute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sheets/{version}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the amount to the customer 提交客户确认 */
        post: operations["postClaimsClaimIdSheetsVersionProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/sheets/{version}/recorded-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what the customer agreed to elsewhere 登记客户同意 */
        post: operations["postClaimsClaimIdSheetsVersionRecordedAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/survey/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the survey 接受查勘 */
        post: operations["postClaimsClaimIdSurveyAcceptance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/survey/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a surveyor 指派查勘员 */
        post: operations["postClaimsClaimIdSurveyAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/survey/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline the survey 谢绝查勘 */
        post: operations["postClaimsClaimIdSurveyRefusal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/survey/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Save the survey report 保存查勘报告
         * @description Each save is a new version. If-Match names the newest version that the writer has seen, as in "2"; without it, none may be there yet.
         */
        put: operations["putClaimsClaimIdSurveyReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/survey/report/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign and submit the survey report 提交查勘报告 */
        post: operations["postClaimsClaimIdSurveyReportSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/tasks/{taskId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take note of what the escalation told 知悉升级提醒 */
        post: operations["postClaimsClaimIdTasksTaskIdAcknowledgement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/waivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do without an item 免交材料 */
        post: operations["postClaimsClaimIdWaivers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw the claim 撤销案件 */
        post: operations["postClaimsClaimIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/{claimId}/workflow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the workflow waits for 流程状态
         * @description Asked of the workflow itself within a deadline; 503 temporarilyUnavailable when it cannot answer.
         */
        get: operations["getClaimsClaimIdWorkflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/claims/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find claims 查询案件 */
        post: operations["postClaimsSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own drafts 我的草稿 */
        get: operations["getDrafts"];
        put?: never;
        /** Begin a draft 新建草稿 */
        post: operations["postDrafts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One draft 草稿 */
        get: operations["getDraftsDraftId"];
        /**
         * Save a draft 保存草稿
         * @description If-Match names the version that was read; 412 versionStale tells the newest one.
         */
        put: operations["putDraftsDraftId"];
        post?: never;
        /** Throw a draft away 删除草稿 */
        delete: operations["deleteDraftsDraftId"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fast-track": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether software settles claims, and since when 闪赔开关 */
        get: operations["getFastTrack"];
        put?: never;
        /**
         * Stop the fast track at once, open it again, or change its sample 停用、启用闪赔
         * @description Holds from the answer on: no decision of software is under way that did not know of it. Claims in mid-flight go to their handlers; what was released stays a payment like others.
         */
        post: operations["postFastTrack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fast-track/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims drawn for a later audit 闪赔抽样复核 */
        get: operations["getFastTrackSamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getHealthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service can do its work */
        get: operations["getHealthReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who I am and what I may do 我的信息与权限 */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change the password; every other session of the account ends 修改密码 */
        put: operations["putMePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/message-gateway/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receipt of the message gateway, signed 短信回执
         * @description Signed as docs/message-protocol.md says; repeated until it is answered by 204.
         */
        post: operations["postMessageGatewayReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-lane": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether payments may leave 付款通道状态 */
        get: operations["getPayLane"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-lane/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop every payment that has not left 暂停付款 */
        post: operations["postPayLanePause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pay-lane/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose, and as another person confirm, that payments may leave again 恢复付款 */
        post: operations["postPayLaneReopening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments by state 付款状态 */
        get: operations["getPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Staff of the branches that the reader looks after 人员列表 */
        get: operations["getPeople"];
        put?: never;
        /** Add a person 新增人员 */
        post: operations["postPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person with roles, limits and absences; personal data masked 人员详情 */
        get: operations["getPeoplePersonId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record an absence and the substitute 登记休假与代理人 */
        post: operations["postPeoplePersonIdAbsences"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/absences/{absenceId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The person is back 销假 */
        post: operations["postPeoplePersonIdAbsencesAbsenceIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a person of the staff another account 新增员工账号 */
        post: operations["postPeoplePersonIdAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/accounts/{accountId}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Disable an account; its sessions end with their next request 停用账号 */
        post: operations["postPeoplePersonIdAccountsAccountIdDisabling"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose an authority limit 授予核赔权限（待第二人确认） */
        post: operations["postPeoplePersonIdLimits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/limits/{grantId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a proposed authority limit 核赔权限 */
        post: operations["postPeoplePersonIdLimitsGrantIdConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/limits/{grantId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a authority limit 核赔权限 at once */
        post: operations["postPeoplePersonIdLimitsGrantIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose a role 授予岗位（待第二人确认） */
        post: operations["postPeoplePersonIdRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/roles/{grantId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm a proposed role 岗位 */
        post: operations["postPeoplePersonIdRolesGrantIdConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/roles/{grantId}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a role 岗位 at once */
        post: operations["postPeoplePersonIdRolesGrantIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{personId}/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what a person of the staff takes on: lines, capacity, telephone 调整承接工作 */
        put: operations["putPeoplePersonIdWork"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A customer's own policies; for staff the one with a number 保单列表 */
        get: operations["getPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{policyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A policy as of an instant, with its history; personal data masked 保单详情 */
        get: operations["getPoliciesPolicyId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{policyId}/endorsements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an endorsement 录入批单 */
        post: operations["postPoliciesPolicyIdEndorsements"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/{policyId}/premium-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a change of the premium status 录入缴费状态 */
        post: operations["postPoliciesPolicyIdPremiumEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take over policies, wholly or not at all 导入保单
         * @description Format and rules: docs/policy-import.md. Refused with every fault and its place.
         */
        post: operations["postPoliciesImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find policies by number, plate, telephone or identity number 查找保单
         * @description The value is personal and travels in the body: addresses are kept in many places.
         */
        post: operations["postPoliciesSearches"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a day of the bank has shown 对账结果 */
        get: operations["getReconciliations"];
        put?: never;
        /**
         * Fetch a statement now and compare it 发起对账
         * @description The answer says that it was ordered; what it shows is read with GET.
         */
        post: operations["postReconciliations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of the decision tables 规则版本 */
        get: operations["getRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/{table}/backtests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a draft on closed claims 规则回测 */
        post: operations["postRulesTableBacktests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/{table}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a draft and run its test cases 校验草稿并运行测试用例 */
        post: operations["postRulesTableChecks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/{table}/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The columns of a table 规则列定义 */
        get: operations["getRulesTableColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/{table}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Propose the next version of a table 提出规则新版本（待第二人复核） */
        post: operations["postRulesTableVersions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/{table}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The document of one version 规则内容 */
        get: operations["getRulesTableVersionsVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/proposals/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a proposal in force 复核并发布 */
        post: operations["postRulesProposalsIdPublication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rules/proposals/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a proposal back to its author 退回提案 */
        post: operations["postRulesProposalsIdReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The present session, with the token that every change carries 当前会话 */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Sign out 退出 */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a one-time code by text message 获取验证码
         * @description The answer is the same whether or not the telephone is known.
         */
        post: operations["postSignInCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a one-time code 客户登录 */
        post: operations["postSignInSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/staff-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with user name and password 员工登录 */
        post: operations["postSignInStaffSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is due next 工作清单 */
        get: operations["getWorklist"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        /** @description A refusal (RFC 9457). Nothing was changed. */
        Problem: {
            /** @enum {string} */
            code: "temporarilyUnavailable" | "tooManyRequests" | "bodyTooLarge" | "mediaTypeNotAllowed" | "malformed" | "idempotencyKeyMissing" | "versionMissing" | "notSignedIn" | "sessionExpired" | "signInFailed" | "codeWrong" | "signatureInvalid" | "csrfInvalid" | "notFound" | "methodNotAllowed" | "notPermitted" | "notAssigned" | "ownWork" | "alreadyApprovedByPerson" | "limitTooLow" | "keyReused" | "versionStale" | "contentChanged" | "policyNotFound" | "lossInFuture" | "lossOutsidePolicy" | "causeNotKnown" | "fieldInvalid" | "duplicateReport" | "wrongStage" | "claimClosed" | "alreadyDone" | "alreadyDecided" | "levelNotOpen" | "nothingDue" | "itemNotOnChecklist" | "itemNotReceived" | "nothingMissing" | "noticeAlreadySent" | "panelMissing" | "checkFailed" | "referralOpen" | "clauseMissing" | "disclosureMissing" | "limitationNotOver" | "offerNotYours" | "offerExpired" | "noCandidate" | "reportIncomplete" | "sheetFaults" | "limitTaken" | "noWording" | "sheetMissing" | "agreementMissing" | "nothingPayable" | "payeesDoNotAddUp" | "aboveSettlement" | "reserveTooLow" | "payeeIncomplete" | "payeeNameDiffers" | "thirdPartyFirst" | "approvalVoid" | "laneClosed" | "intentOpen" | "intentNotSendable" | "secondPersonNeeded" | "moneyUnderWay" | "notClosed" | "fastTrackNotOpen" | "notSampled" | "ruleTableInvalid" | "intervalInvalid" | "unexpected";
            /** @description What is wrong with which field; the path is a JSON pointer. */
            fields?: {
                path: string;
                reason: string;
                /** @description The same sentence in Chinese and English. */
                text: {
                    en: string;
                    zh: string;
                };
            }[];
            /** @description The id of the request. */
            instance: string;
            status: number;
            /** @description The same sentence in Chinese and English. */
            text: {
                en: string;
                zh: string;
            };
            /** @description The text in the language that was asked for (Accept-Language). */
            title: string;
            /** @description Names the kind of problem: /problems/ and the code. */
            type: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    getAudit: {
        parameters: {
            query: {
                after?: number;
                /** @description Id of a claim, or `system` for everything else. */
                chain: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        chain: string;
                        entries: {
                            accountId: string | null;
                            action: string;
                            actorId: string | null;
                            actorKind: string;
                            /** @description ISO 8601 with offset. */
                            at: string;
                            bodyHash: string;
                            code: string | null;
                            /** Format: uuid */
                            commandId: string;
                            firstEvent: number | null;
                            hash: string;
                            lastEvent: number | null;
                            /** @enum {string} */
                            outcome: "done" | "refused";
                            previousHash: string;
                            requestId: string | null;
                            sequence: number;
                        }[];
                        next: number | null;
                        verification: {
                            /** @description Entries of the whole chain that were calculated again. */
                            checked: number;
                            firstBroken: number | null;
                            intact: boolean;
                        };
                    };
                };
            };
        };
    };
    getAuditEntries: {
        parameters: {
            query?: {
                action?: "registerClaim" | "recordFirstContact" | "replaceContact" | "reassignClaim" | "addParty" | "changePayee" | "withdrawClaim" | "reopenClaim" | "postMessage" | "takeClockSteps" | "recordStandstill" | "acknowledgeTask" | "sendChecklist" | "remindDocuments" | "receiveDocument" | "reviewDocument" | "waiveItem" | "issueNotice" | "recordNoticeDelivery" | "runPanel" | "establishFacts" | "acceptClaim" | "rejectClaim" | "openSurvey" | "askNextSurveyor" | "acceptSurvey" | "declineSurvey" | "assignSurveyor" | "saveSurveyReport" | "submitSurveyReport" | "saveSheet" | "proposeSheet" | "askAgreement" | "agreeSheet" | "disputeSheet" | "recordAgreement" | "raiseAdvance" | "proposeSettlement" | "openLevel" | "decideSettlement" | "releasePayments" | "doubtPayments" | "gatePayment" | "recordBankAnswer" | "resolveSuspense" | "reviseReserve" | "closeClaim" | "askSatisfaction" | "archiveClaim" | "tryFastTrack" | "passDocuments" | "leaveFastTrack" | "recordFastTrackReview" | "readClaim" | "readProgress" | "readOwnClaims" | "searchClaims" | "readWorklist" | "readWorkflowState" | "readAudit" | "readBoard" | "readLedger" | "readSensitive" | "readTelephone" | "readPolicies" | "findPolicy" | "managePolicies" | "managePeople" | "readPeople" | "manageRules" | "readRules" | "manageCalendars" | "saveDraft" | "calculate" | "readPayLane" | "operatePayLane" | "reconcile" | "readFastTrack" | "operateFastTrack" | "loadBaseData" | "loadDemonstrationData" | "afterRestore";
                caseNumber?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description ISO 8601 with offset. */
                from?: string;
                limit?: number;
                outcome?: "done" | "refused";
                /** @description Only what belongs to no claim: people, rules, calendars, the pay lane. */
                outsideClaims?: boolean;
                /** @description Who did or tried it. */
                personId?: string;
                /** @description ISO 8601 with offset. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The newest first. */
                        entries: {
                            accountId: string | null;
                            action: string;
                            actorId: string | null;
                            actorKind: string;
                            actorName: string | null;
                            /** @description ISO 8601 with offset. */
                            at: string;
                            bodyHash: string;
                            caseNumber: string | null;
                            /** @description Id of a claim, or `system`. */
                            chain: string;
                            code: string | null;
                            /** Format: uuid */
                            commandId: string;
                            firstEvent: number | null;
                            hash: string;
                            lastEvent: number | null;
                            /** @enum {string} */
                            outcome: "done" | "refused";
                            previousHash: string;
                            requestId: string | null;
                            sequence: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    postAuditExports: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The same words as the search. That it was exported, and by whom, is recorded. */
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action?: "registerClaim" | "recordFirstContact" | "replaceContact" | "reassignClaim" | "addParty" | "changePayee" | "withdrawClaim" | "reopenClaim" | "postMessage" | "takeClockSteps" | "recordStandstill" | "acknowledgeTask" | "sendChecklist" | "remindDocuments" | "receiveDocument" | "reviewDocument" | "waiveItem" | "issueNotice" | "recordNoticeDelivery" | "runPanel" | "establishFacts" | "acceptClaim" | "rejectClaim" | "openSurvey" | "askNextSurveyor" | "acceptSurvey" | "declineSurvey" | "assignSurveyor" | "saveSurveyReport" | "submitSurveyReport" | "saveSheet" | "proposeSheet" | "askAgreement" | "agreeSheet" | "disputeSheet" | "recordAgreement" | "raiseAdvance" | "proposeSettlement" | "openLevel" | "decideSettlement" | "releasePayments" | "doubtPayments" | "gatePayment" | "recordBankAnswer" | "resolveSuspense" | "reviseReserve" | "closeClaim" | "askSatisfaction" | "archiveClaim" | "tryFastTrack" | "passDocuments" | "leaveFastTrack" | "recordFastTrackReview" | "readClaim" | "readProgress" | "readOwnClaims" | "searchClaims" | "readWorklist" | "readWorkflowState" | "readAudit" | "readBoard" | "readLedger" | "readSensitive" | "readTelephone" | "readPolicies" | "findPolicy" | "managePolicies" | "managePeople" | "readPeople" | "manageRules" | "readRules" | "manageCalendars" | "saveDraft" | "calculate" | "readPayLane" | "operatePayLane" | "reconcile" | "readFastTrack" | "operateFastTrack" | "loadBaseData" | "loadDemonstrationData" | "afterRestore";
                    caseNumber?: string;
                    /** @enum {string} */
                    format: "csv" | "jsonl";
                    /** @description ISO 8601 with offset. */
                    from?: string;
                    /** @enum {string} */
                    outcome?: "done" | "refused";
                    /** @description Only what belongs to no claim: people, rules, calendars, the pay lane. */
                    outsideClaims?: boolean;
                    /**
                     * Format: uuid
                     * @description Who did or tried it.
                     */
                    personId?: string;
                    /** @description ISO 8601 with offset. */
                    to?: string;
                };
            };
        };
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
        };
    };
    postBankCallbacks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    amountMinor: number;
                    at: number;
                    bankReference: string;
                    messageId: string;
                    ref: string;
                    /** @enum {string} */
                    status: "accepted";
                } | {
                    amountMinor: number;
                    at: number;
                    bankReference: string;
                    messageId: string;
                    ref: string;
                    /** @enum {string} */
                    status: "paid";
                } | {
                    amountMinor: number;
                    at: number;
                    bankReference: string;
                    messageId: string;
                    ref: string;
                    /** @enum {string} */
                    status: "returned";
                } | {
                    amountMinor: number;
                    at: number;
                    messageId: string;
                    reason: "accountClosed" | "nameMismatch" | "referenceInUse";
                    ref: string;
                    /** @enum {string} */
                    status: "rejected";
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getBoard: {
        parameters: {
            query?: {
                branchId?: string;
                line?: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        byAge: {
                            /** @enum {string} */
                            age: "day" | "threeDays" | "week" | "fortnight" | "month" | "older";
                            /** @description Claims. */
                            count: number;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                        }[];
                        /** @description What is empty is left out. */
                        byTerm: {
                            /** @description Claims. */
                            count: number;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            /** @enum {string} */
                            term: "late" | "today" | "threeDays" | "week" | "later" | "paused" | "none";
                        }[];
                        late: number;
                        /** @description By which term claims are late. */
                        lateClocks: {
                            /** @description Claims. */
                            count: number;
                            /** @enum {string} */
                            kind: "firstContact" | "surveyorAnswer" | "surveyorContact" | "documentsNotice" | "documentsReview" | "acceptanceDecision" | "determination" | "survey" | "damageAssessment" | "agreement" | "approvalLevel" | "payment" | "rejectionLetter" | "advance60" | "afterCare" | "noticeReminder" | "supplement";
                        }[];
                        open: number;
                        /** @description How long stages took: the time within which a tenth, a quarter, … of the claims had left them. Surveys that were not needed are left out. */
                        stageTimes: {
                            count: number;
                            /** @description Seconds. */
                            p10: number;
                            /** @description Seconds. */
                            p25: number;
                            /** @description Seconds. */
                            p50: number;
                            /** @description Seconds. */
                            p75: number;
                            /** @description Seconds. */
                            p90: number;
                            /**
                             * @description Left in the last thirty days, or in the thirty before.
                             * @enum {string}
                             */
                            period: "current" | "before";
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                        }[];
                        today: number;
                        waiting: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            /** @description Claims. */
                            count: number;
                            level: number | null;
                            /** @enum {string} */
                            stop: "approval" | "release" | "bank";
                        }[];
                    };
                };
            };
        };
    };
    getBoardCases: {
        parameters: {
            query?: {
                /** @description Time in the stage. */
                age?: "day" | "threeDays" | "week" | "fortnight" | "month" | "older";
                branchId?: string;
                contactId?: string;
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Somebody with open work in the claim. */
                holderId?: string;
                /** @description A clock of this kind is late. */
                lateClock?: "firstContact" | "surveyorAnswer" | "surveyorContact" | "documentsNotice" | "documentsReview" | "acceptanceDecision" | "determination" | "survey" | "damageAssessment" | "agreement" | "approvalLevel" | "payment" | "rejectionLetter" | "advance60" | "afterCare" | "noticeReminder" | "supplement";
                /** @description With `waiting=approval`: the level that is asked. */
                level?: number;
                limit?: number;
                line?: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                stage?: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                /** @description Time left to the nearest term. */
                term?: "late" | "today" | "threeDays" | "week" | "later" | "paused" | "none";
                /** @description Where money of the claim waits. */
                waiting?: "approval" | "release" | "bank";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By what is due first. */
                        cases: {
                            /** Format: uuid */
                            branchId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            claimId: string;
                            clock: {
                                /** @description ISO 8601 with offset. */
                                dueAt: string;
                                /** @description Rungs of the ladder that were taken. */
                                escalated: number;
                                /** @enum {string} */
                                kind: "firstContact" | "surveyorAnswer" | "surveyorContact" | "documentsNotice" | "documentsReview" | "acceptanceDecision" | "determination" | "survey" | "damageAssessment" | "agreement" | "approvalLevel" | "payment" | "rejectionLetter" | "advance60" | "afterCare" | "noticeReminder" | "supplement";
                                warnAt: string | null;
                            } | null;
                            contactId: string | null;
                            contactName: string | null;
                            estimatedMinor: number | null;
                            /** @enum {string} */
                            line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            /** @description ISO 8601 with offset. */
                            stageEnteredAt: string;
                            /** @enum {string} */
                            term: "late" | "today" | "threeDays" | "week" | "later" | "paused" | "none";
                            /** @description Why a late claim does not move: what it waits for, then what keeps whoever has it. Empty in time. */
                            why: {
                                /** @enum {string} */
                                code: "standstill" | "firstCall" | "checklistNotSent" | "customerPapers" | "noticeOnItsWay" | "papersToCheck" | "letterOnItsWay" | "checksForPeople" | "acceptanceUndecided" | "surveyorSilent" | "noSurveyor" | "noSurveyReport" | "advanceNotProposed" | "noSheet" | "sheetNotPut" | "customerSilent" | "customerDisputes" | "notSubmitted" | "returned" | "approval" | "notReleased" | "payeeToCorrect" | "atBank" | "bankUnclear" | "paymentHeld" | "nobodyTook" | "holderAway";
                                count: number | null;
                                level: number | null;
                                waitingSince: string | null;
                            }[];
                            /** @description What is to be done, and in whose hands it lies. */
                            work: {
                                assigneeId: string | null;
                                assigneeName: string | null;
                                /** @description Whoever has it is on leave now. */
                                away: boolean;
                                /** @enum {string} */
                                kind: "firstContact" | "collectDocuments" | "decideAcceptance" | "dispatchSurvey" | "answerSurveyOffer" | "survey" | "prepareSheet" | "answerProposal" | "submitSettlement" | "proposeAdvance" | "decideApproval" | "releasePayment" | "correctPayee" | "resolveSuspense" | "resumePayment" | "informed" | "standstill" | "reopened";
                                /** @enum {string} */
                                role: "customer" | "handler" | "surveyor" | "adjuster" | "approver" | "finance" | "auditor" | "administrator" | "partner" | "system" | "software";
                            }[];
                        }[];
                        /** @description In all pages. */
                        count: number;
                        next: string | null;
                    };
                };
            };
        };
    };
    getBoardLoad: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whoever has most that is late comes first, then whoever carries most. */
                        people: {
                            /** @description On leave now. */
                            away: boolean;
                            /** @description Open tasks that this person can carry. */
                            capacity: number;
                            /** @description Claims whose named contact this person is. */
                            contact: number;
                            /** @description Has no account in use. */
                            disabled: boolean;
                            displayName: string;
                            /** @description Open tasks in all other claims. */
                            elsewhere: number;
                            /** @description Claims with open work of this person. */
                            holding: number;
                            /** @description Of these, the late ones. */
                            late: number;
                            /** Format: uuid */
                            personId: string;
                            roles: {
                                branchId: string | null;
                                /** @enum {string} */
                                role: "customer" | "handler" | "surveyor" | "adjuster" | "approver" | "finance" | "auditor" | "administrator" | "partner" | "system" | "software";
                            }[];
                            /** @description Open tasks in claims that the reader looks after. */
                            tasks: number;
                            /** @description Of these, those due today. */
                            today: number;
                        }[];
                    };
                };
            };
        };
    };
    getBoardPassages: {
        parameters: {
            query: {
                branchId?: string;
                line?: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                /** @description Left in the last thirty days, or in the thirty before. */
                period: "current" | "before";
                stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Of all; the longest hundred are listed. */
                        count: number;
                        /** @description By what took longest. Surveys that were not needed are left out. */
                        passages: {
                            caseNumber: string;
                            /** Format: uuid */
                            claimId: string;
                            /** @description ISO 8601 with offset. */
                            leftAt: string;
                            /** @description Seconds. */
                            seconds: number;
                            /** @description Of the event with which the stage was left. */
                            sequence: number;
                        }[];
                    };
                };
            };
        };
    };
    getBranches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branches: {
                            /** Format: uuid */
                            branchId: string;
                            code: string;
                            name: string;
                        }[];
                    };
                };
            };
        };
    };
    postCalculations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Input of the calculation; amounts in fen, rates as decimal text. */
                    input: {
                        claimants: {
                            /** @description Id of a party of the claim. */
                            claimantId: string;
                            partyId?: string;
                            /** @enum {string} */
                            role: "insured" | "driver" | "beneficiary" | "otherVehicle" | "outsideVehicles" | "thirdParty";
                        }[];
                        coverages: ({
                            /** @enum {string} */
                            coverage: "compulsoryMotor";
                            insuredHere: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @enum {string} */
                            recourseGround?: "drunk" | "unlicensed" | "stolen" | "intentional";
                            used?: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                amountMinor: number;
                                /** @enum {string} */
                                bucket: "deathAndDisability" | "medical" | "property";
                            }[];
                        } | {
                            absoluteRates?: {
                                rate?: string;
                                /** @enum {string} */
                                reason: "thirdPartyNotFound" | "overload" | "rider";
                            }[];
                            /** @enum {string} */
                            coverage: "thirdParty";
                            faultDeductibleWaived?: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            absoluteRates?: {
                                rate?: string;
                                /** @enum {string} */
                                reason: "thirdPartyNotFound" | "overload" | "rider";
                            }[];
                            /** @enum {string} */
                            coverage: "driverSeat";
                            faultDeductibleWaived?: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            absoluteRates?: {
                                rate?: string;
                                /** @enum {string} */
                                reason: "thirdPartyNotFound" | "overload" | "rider";
                            }[];
                            /** @enum {string} */
                            coverage: "ownDamage";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            depreciation?: {
                                fullMonths: number;
                                monthlyRate?: string;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                newPriceMinor: number;
                                /** @enum {string} */
                                vehicleKind: "familyCarUpTo9Seats" | "other";
                            };
                            faultDeductibleWaived?: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @enum {string} */
                            method: "clause" | "share" | "fullAdvance";
                            /** @enum {string} */
                            othersCompulsory?: "deductFirst" | "payAndRecover";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            receivedMinor?: number;
                            salvage?: {
                                /** @enum {string} */
                                keptBy: "insured" | "insurer";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                valueMinor: number;
                            };
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "property";
                            /** @enum {string} */
                            deductibleChoice?: "greater";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            /** @enum {string} */
                            deductibleOrder?: "beforeAverage" | "afterAverage";
                            deductibleRate?: string;
                            liableParties?: {
                                /** @description Family or household of the insured. */
                                household?: {
                                    intent: boolean;
                                };
                                liability: string;
                                partyId: string;
                                /** @enum {string} */
                                right?: "waivedBeforePayment" | "waivedAfterPayment" | "lostByInsured";
                            }[];
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            otherInsurances?: {
                                insurer: string;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                sumInsuredMinor: number;
                            }[];
                            salvage?: {
                                /** @enum {string} */
                                keptBy: "insured" | "insurer";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                valueMinor: number;
                            };
                            /** @enum {string} */
                            subject: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                            sublimits?: {
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                limitMinor: number;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                            /** @enum {string} */
                            valueBasis?: "agreedValue" | "actualValueAtLoss";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            valueMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "liability";
                            /** @enum {string} */
                            deductibleChoice?: "greater";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            deductibleRate?: string;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            legalCostLimitMinor?: number;
                            liability: {
                                /** @enum {string} */
                                basis: "agreement" | "judgment" | "arbitration";
                                rate: string;
                            };
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            periodLeftMinor?: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            perPersonLimitMinor?: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "accidentMedical";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            occupation?: {
                                occupationClass: number;
                                rate: string;
                            };
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            paidByOthersMinor?: number;
                            rates: {
                                notSettledFirst: string;
                                settledFirst: string;
                            };
                            socialInsuranceSettledFirst: boolean;
                            sublimits?: {
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                limitMinor: number;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "healthMedical";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            occupation?: {
                                occupationClass: number;
                                rate: string;
                            };
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            paidByOthersMinor?: number;
                            rates: {
                                notSettledFirst: string;
                                settledFirst: string;
                            };
                            socialInsuranceSettledFirst: boolean;
                            sublimits?: {
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                limitMinor: number;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            beneficiaries: {
                                claimantId: string;
                                parts: number;
                            }[];
                            /** @enum {string} */
                            coverage: "accidentDeath";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            beneficiaries: {
                                claimantId: string;
                                parts: number;
                            }[];
                            /** @enum {string} */
                            coverage: "accidentDisability";
                            grades: number[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            beneficiaries: {
                                claimantId: string;
                                parts: number;
                            }[];
                            /** @enum {string} */
                            coverage: "dailyAllowance";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            dailyMinor: number;
                            days: number;
                            maximumDays: number;
                            waitingDays: number;
                        })[];
                        /** @description What we paid too late: the loss is owed beside the indemnity (Insurance Law, article 23). */
                        delay?: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            /** @enum {string} */
                            basis: "agreement" | "judgment";
                            claimantId: string;
                            dueOn: string;
                            paidOn: string;
                            yearlyRate: string;
                        }[];
                        lossDate: string;
                        motor?: {
                            liability: {
                                /** @enum {string} */
                                basis: "wording" | "police" | "agreement" | "judgment";
                                /** @enum {string} */
                                degree: "none" | "minor" | "equal" | "main" | "sole";
                                rate?: string;
                            };
                            others: {
                                compulsoryUsed?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** @enum {string} */
                                    bucket: "deathAndDisability" | "medical" | "property";
                                }[];
                                /** @description Family or household of the insured. */
                                household?: {
                                    intent: boolean;
                                };
                                /** @enum {string} */
                                kind: "motorVehicle" | "other";
                                liability: string;
                                partyId: string;
                                /** @enum {string} */
                                right?: "waivedBeforePayment" | "waivedAfterPayment" | "lostByInsured";
                            }[];
                        };
                        /** @description Case numbers of claims of the policy, with a loss within a day of this one, that were found to be other accidents. */
                        otherAccidents?: string[];
                        /** @enum {string} */
                        wordingId: "motorCompulsory" | "motorCommercial2014" | "motorCommercial2020" | "propertyEnterprise" | "propertyHousehold" | "liability" | "accident" | "healthShortTerm";
                    };
                };
            };
        };
        responses: {
            /** @description The sheet with every step: formula, inputs, clause, rounding. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        outcome: "calculated" | "noWording";
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        calendars: {
                            /** @description Minutes after midnight in Shanghai. */
                            closesMinute: number;
                            /** @description ISO 8601 with offset. */
                            effectiveFrom: string;
                            holidays: string[];
                            makeUpDays: string[];
                            /** @description Minutes after midnight in Shanghai. */
                            opensMinute: number;
                            version: string;
                        }[];
                    };
                };
            };
        };
    };
    postCalendars: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Minutes after midnight in Shanghai. */
                    closesMinute: number;
                    /** @description ISO 8601 with offset. */
                    effectiveFrom: string;
                    holidays: string[];
                    makeUpDays: string[];
                    /** @description Minutes after midnight in Shanghai. */
                    opensMinute: number;
                    version: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: string;
                    };
                };
            };
        };
    };
    getClaims: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        claims: {
                            caseNumber: string;
                            cause: string;
                            /** Format: uuid */
                            claimId: string;
                            /** @enum {string} */
                            line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                            /** @description ISO 8601 with offset. */
                            lossAt: string;
                            outcome: string | null;
                            /** Format: uuid */
                            policyId: string;
                            priority: number;
                            /** @description ISO 8601 with offset. */
                            registeredAt: string;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            /** @description ISO 8601 with offset. */
                            updatedAt: string;
                            /** @description How many papers the customer still has to send. */
                            wantedDocuments: number;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    postClaims: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A first notice of loss. */
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    cause: "collision" | "singleVehicle" | "theft" | "glass" | "scratch" | "fire" | "flood" | "storm" | "explosion" | "burglary" | "waterDamage" | "fallOrInjury" | "trafficAccident" | "illness" | "hospitalisation" | "death";
                    /** @description What is damaged or who is hurt. */
                    damage?: string;
                    death?: boolean;
                    /** @description Staff only: something does not fit. */
                    doubtful?: boolean;
                    /** Format: uuid */
                    draftId?: string;
                    /** @description The possible duplicates were shown, and this is another loss. */
                    duplicatesSeen?: boolean;
                    estimatedMinor?: number | null;
                    injury?: boolean;
                    /** @description ISO 8601 with offset. */
                    lossAt: string;
                    /** @description What happened, in the own words of whoever reports. */
                    narrative: string;
                    parties?: {
                        identityNumber?: string;
                        name: string;
                        phone?: string;
                        /** @enum {string} */
                        role: "reporter" | "driver" | "victim" | "beneficiary" | "repairer";
                    }[];
                    place?: {
                        /** @description GCJ-02 degrees times a million. */
                        latitudeMicro: number;
                        /** @description GCJ-02 degrees times a million. */
                        longitudeMicro: number;
                    };
                    placeText?: string;
                    plate?: string;
                    /** Format: uuid */
                    policyId?: string;
                    policyNumber?: string;
                    reporter?: {
                        name: string;
                        phone: string;
                        relation?: string;
                    };
                    /** @description Fast track: a small claim in figures, to be settled without a person if every rule passes. The account may be given later. */
                    smallClaim?: {
                        account?: {
                            bankName: string;
                            holder: string;
                            /** @enum {string} */
                            kind?: "personalCard" | "corporate";
                            number: string;
                        };
                        /** @description The insured agrees in advance to be paid exactly this. Software pays nothing else; it counts only from the insured themselves. */
                        agreedMinor: number;
                        /** @description Motor: whoever drove had been drinking. */
                        drunk?: boolean;
                        /** @description Motor: whoever drove may drive. */
                        licenceValid?: boolean;
                        /** @description Each from a receipt or a quotation that is sent along. */
                        lines: {
                            askedMinor: number;
                            /** @enum {string} */
                            coverage: "ownDamage" | "accidentMedical" | "healthMedical";
                            /** @enum {string} */
                            item: "vehicleRepair" | "treatment" | "medicine" | "examination";
                        }[];
                        /** @description The circumstances in which nothing is paid were shown, and none of them was there. */
                        noExclusion: boolean;
                        /** @description Medical: social insurance has settled its part; all is of class A. */
                        socialInsuranceSettled?: boolean;
                    };
                    /** @description Somebody else was hurt or lost something. */
                    thirdParty?: boolean;
                    thirdPartyPlate?: string;
                    vehicleNumber?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        callBy: string | null;
                        caseNumber: string;
                        checklist: {
                            /** @enum {string} */
                            item: "claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence";
                            /** @description The same sentence in Chinese and English. */
                            label: {
                                en: string;
                                zh: string;
                            };
                            /** @enum {string} */
                            need: "required" | "conditional";
                            original: boolean;
                            /** @enum {string} */
                            state: "wanted" | "received" | "accepted" | "refused";
                        }[];
                        /** Format: uuid */
                        claimId: string;
                        contact: {
                            name: string;
                            workPhone: string;
                        } | null;
                        contactId: string | null;
                        duplicates: string[];
                        nextSteps: {
                            en: string;
                            zh: string;
                        }[];
                        /** @enum {string} */
                        stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                        version: number;
                    };
                };
            };
        };
    };
    getClaimsClaimId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything about a claim, for staff. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What the reader may do with this claim, as far as rights go. */
                        allowed: string[];
                        caseNumber: string;
                        /** @description The state of the claim: stage, checklist, panel, survey, sheets, settlements, intents, clocks, tasks. */
                        claim: {
                            [key: string]: unknown;
                        };
                        /** Format: uuid */
                        claimId: string;
                        contact: {
                            name: string;
                            workPhone: string;
                        } | null;
                        documents: {
                            channel: string;
                            /** @description SHA-256 of the content. */
                            contentHash: string;
                            /** Format: uuid */
                            documentId: string;
                            failure: {
                                code: string;
                                /** @description The same sentence in Chinese and English. */
                                text: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            item: string;
                            mediaType: string;
                            name: string;
                            /** @description ISO 8601 with offset. */
                            receivedAt: string;
                            size: number;
                            /** @enum {string} */
                            state: "stored" | "ready" | "failed";
                            uploadedBy: string | null;
                        }[];
                        /** @description The last 200; the history has all. */
                        events: {
                            actorId: string | null;
                            actorKind: string;
                            actorName: string | null;
                            /** @description ISO 8601 with offset. */
                            at: string;
                            /** @description Codes and ids of the event; no personal data. */
                            data: {
                                [key: string]: unknown;
                            };
                            fromStage: string | null;
                            note: string | null;
                            sequence: number;
                            toStage: string | null;
                            type: string;
                        }[];
                        /** @description Vehicle, building or contents that the policy insures, number and address masked; none where persons are insured. */
                        insuredObjects: {
                            en: string;
                            zh: string;
                        }[];
                        messages: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            authorName: string | null;
                            fromCustomer: boolean;
                            /** Format: uuid */
                            messageId: string;
                            mine: boolean;
                            text: string;
                        }[];
                        notices: {
                            [key: string]: unknown;
                        }[];
                        parties: {
                            [key: string]: unknown;
                        }[];
                        /** @description The seven stages. */
                        path: {
                            enteredAt: string | null;
                            leftAt: string | null;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            /** @enum {string} */
                            standing: "done" | "current" | "ahead" | "skipped";
                        }[];
                        /** @description Working names of staff who are named here. */
                        people: {
                            name: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                        /** @description The policy as of the moment of loss, endorsements applied. */
                        policy: {
                            [key: string]: unknown;
                        };
                        report: {
                            [key: string]: unknown;
                        } | null;
                        ruleUses: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            /** Format: uuid */
                            commandId: string;
                            table: string;
                            /** @description Inputs, rows that fired, outputs. */
                            use: {
                                [key: string]: unknown;
                            };
                            version: number;
                        }[];
                        survey: {
                            [key: string]: unknown;
                        } | null;
                        version: number;
                    };
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postClaimsClaimIdAcceptance: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    answers: ("inForce" | "premiumPaid" | "waitingPeriod" | "insuredObject" | "peril" | "exclusion" | "limitsLeft")[];
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    panelRun: number;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdCoverageFacts: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    drunk: boolean | null;
                    exclusionSuspected: ("none" | "drunkDriving" | "unlicensedDriver" | "intentionalAct" | "changedUse" | "vehicleNotInspected" | "racing" | "wearAndTear" | "warOrNuclear" | "preExistingCondition" | "other") | null;
                    licenceValid: boolean | null;
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    objectInsured: boolean | null;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdDocuments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: {
                            channel: string;
                            /** @description SHA-256 of the content. */
                            contentHash: string;
                            /** Format: uuid */
                            documentId: string;
                            failure: {
                                code: string;
                                /** @description The same sentence in Chinese and English. */
                                text: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            item: string;
                            mediaType: string;
                            name: string;
                            /** @description ISO 8601 with offset. */
                            receivedAt: string;
                            size: number;
                            /** @enum {string} */
                            state: "stored" | "ready" | "failed";
                            uploadedBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    postClaimsClaimIdDocuments: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @enum {string} */
                    channel?: "upload" | "scan" | "courier";
                    /** Format: binary */
                    file: string;
                    /** @enum {string} */
                    item: "claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence";
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdDocumentsDocumentIdOriginal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
        };
    };
    getClaimsClaimIdDocumentsDocumentIdThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    getClaimsClaimIdDocumentsDocumentIdView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
        };
    };
    postClaimsClaimIdDocumentsReviews: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accepted: boolean;
                    /** @enum {string} */
                    item: "claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence";
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    reasonCode?: ("illegible" | "incomplete" | "wrongDocument" | "expired" | "notOriginal" | "doesNotMatch" | "other") | null;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdFastTrackReview: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    finding: "inOrder" | "paidTooMuch" | "paidTooLittle" | "notEligible";
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdFirstContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    reached: boolean;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdHistory: {
        parameters: {
            query?: {
                after?: number;
                limit?: number;
            };
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        events: {
                            actorId: string | null;
                            actorKind: string;
                            actorName: string | null;
                            /** @description ISO 8601 with offset. */
                            at: string;
                            /** @description Codes and ids of the event; no personal data. */
                            data: {
                                [key: string]: unknown;
                            };
                            fromStage: string | null;
                            note: string | null;
                            sequence: number;
                            toStage: string | null;
                            type: string;
                        }[];
                        next: number | null;
                    };
                };
            };
        };
    };
    getClaimsClaimIdLedger: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        balanced: boolean;
                        balances: {
                            account: string;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            creditMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            debitMinor: number;
                        }[];
                        entries: {
                            account: string;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            /** @description ISO 8601 with offset. */
                            at: string;
                            currency: string;
                            eventSequence: number;
                            /** Format: uuid */
                            groupId: string;
                            intentId: string | null;
                            postingDate: string;
                            reason: string;
                            /** @enum {string} */
                            side: "debit" | "credit";
                        }[];
                    };
                };
            };
        };
    };
    getClaimsClaimIdMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        messages: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            authorName: string | null;
                            fromCustomer: boolean;
                            /** Format: uuid */
                            messageId: string;
                            mine: boolean;
                            text: string;
                        }[];
                    };
                };
            };
        };
    };
    postClaimsClaimIdMessages: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    message: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdNotices: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: ("claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence")[];
                    newReason?: boolean;
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdParties: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note?: string;
                    parties: {
                        identityNumber?: string;
                        name: string;
                        phone?: string;
                        /** @enum {string} */
                        role: "reporter" | "driver" | "victim" | "beneficiary" | "repairer";
                    }[];
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    putClaimsClaimIdPartiesPartyIdAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                partyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    bankName: string;
                    holder: string;
                    /** @enum {string} */
                    kind?: "personalCard" | "corporate";
                    number: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdPartiesPartyIdTelephoneViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                partyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Null where none is known. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        phone: string | null;
                    };
                };
            };
        };
    };
    postClaimsClaimIdPaymentsIntentIdSuspenseResolution: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                intentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** @enum {string} */
                    outcome: "paid" | "failed";
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        amount: {
                            agreement: ("agreed" | "disputed" | "recorded") | null;
                            before: {
                                /** @description Lines that count another amount than before; null on the side where there is none. */
                                changes: {
                                    afterMinor: number | null;
                                    beforeMinor: number | null;
                                    claimantId: string;
                                    item: string;
                                    lineId: string;
                                }[];
                                note: string | null;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                payableMinor: number;
                                reason: ("newPapers" | "objectionFollowed" | "objectionWeighed" | "assessment" | "agreement" | "judgment" | "otherClaims" | "latePayment" | "correction") | null;
                                sheetVersion: number;
                            } | null;
                            byCoverage: {
                                /** @enum {string} */
                                coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical" | "lateDamages";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                payableMinor: number;
                            }[];
                            /** @description Whom lines and steps speak of: the reader, or what others are in the claim. */
                            claimants: {
                                claimantId: string;
                                /** @description The same sentence in Chinese and English. */
                                name: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            lines: {
                                agreedMinor: number | null;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                claimantId: string;
                                /** @enum {string} */
                                coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                                item: string;
                                lineId: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            payableMinor: number;
                            proposedAt: string | null;
                            roundingPolicy: string | null;
                            sheetHash: string;
                            sheetVersion: number;
                            /** @description Formula, inputs, clause and rounding of each step. */
                            steps: {
                                [key: string]: unknown;
                            }[];
                        } | null;
                        callBy: string | null;
                        caseNumber: string;
                        /** @enum {string} */
                        cause: "collision" | "singleVehicle" | "theft" | "glass" | "scratch" | "fire" | "flood" | "storm" | "explosion" | "burglary" | "waterDamage" | "fallOrInjury" | "trafficAccident" | "illness" | "hospitalisation" | "death";
                        checklist: {
                            /** @enum {string} */
                            item: "claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence";
                            /** @description The same sentence in Chinese and English. */
                            label: {
                                en: string;
                                zh: string;
                            };
                            /** @enum {string} */
                            need: "required" | "conditional";
                            original: boolean;
                            refusedFor: string | null;
                            /** @enum {string} */
                            state: "wanted" | "received" | "accepted" | "refused";
                        }[];
                        /** Format: uuid */
                        claimId: string;
                        contact: {
                            name: string;
                            workPhone: string;
                        } | null;
                        decisionLetter: {
                            check: string;
                            clause: string;
                            decidedAt: string | null;
                            deliveredAt: string | null;
                            reason: string | null;
                        } | null;
                        expectedAt: string | null;
                        fastTrack: {
                            rules: {
                                /** @description The same sentence in Chinese and English. */
                                reason: {
                                    en: string;
                                    zh: string;
                                };
                                /** @enum {string} */
                                result: "pass" | "refer";
                                /** @enum {string} */
                                rule: "kind" | "people" | "doubt" | "amount" | "agreement" | "documents" | "coverage" | "survey" | "duplicate" | "payee" | "dispute" | "customerLimit" | "policyLimit" | "authority";
                            }[];
                            /** @enum {string} */
                            standing: "asked" | "running" | "left" | "released";
                            /** @description The same sentence in Chinese and English. */
                            status: {
                                en: string;
                                zh: string;
                            };
                            version: number | null;
                        } | null;
                        /** @enum {string} */
                        line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                        /** @description ISO 8601 with offset. */
                        lossAt: string;
                        /** @description The same sentence in Chinese and English. */
                        nextStep: {
                            en: string;
                            zh: string;
                        };
                        outcome: ("paid" | "rejected" | "withdrawn") | null;
                        /** @description The reader, in every role that they have in the claim. */
                        parties: {
                            account: {
                                bankName: string;
                                holder: string;
                                number: string;
                            } | null;
                            identityNumber: string | null;
                            name: string;
                            /** Format: uuid */
                            partyId: string;
                            personId: string | null;
                            phone: string | null;
                            role: string;
                        }[];
                        /** @description The seven stages. */
                        path: {
                            enteredAt: string | null;
                            leftAt: string | null;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            /** @enum {string} */
                            standing: "done" | "current" | "ahead" | "skipped";
                        }[];
                        payments: {
                            account: {
                                bankName: string;
                                holder: string;
                                number: string;
                            } | null;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            /** @description The day on which it was let go. */
                            orderedOn: string;
                            /** @description Under which the bank knows it. */
                            reference: string;
                            /** @enum {string} */
                            state: "underWay" | "paid" | "notArrived";
                        }[];
                        /** @enum {string} */
                        stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                        /** @description The same sentence in Chinese and English. */
                        status: {
                            en: string;
                            zh: string;
                        };
                        surveyor: {
                            name: string;
                            workPhone: string;
                        } | null;
                        /** @description What we need from the customer now. */
                        wanted: {
                            /** @description We do not know yet where the money should go. */
                            account: boolean;
                            answer: {
                                answerBy: string | null;
                                sheetHash: string;
                                sheetVersion: number;
                            } | null;
                            documents: {
                                /** @enum {string} */
                                item: "claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence";
                                /** @description The same sentence in Chinese and English. */
                                label: {
                                    en: string;
                                    zh: string;
                                };
                                refusedFor: string | null;
                            }[];
                        };
                    };
                };
            };
            /** @description Default Response */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postClaimsClaimIdReassignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** Format: uuid */
                    toPersonId: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdRejection: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    check: "inForce" | "premiumPaid" | "waitingPeriod" | "insuredObject" | "peril" | "exclusion" | "limitsLeft" | "limitation";
                    /** @description The clause, by its number and if need be by its wording; the reason itself goes into the note. */
                    clause: string;
                    /** @description Why; kept encrypted with what it explains. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdReopening: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdReserve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        check: {
                            adequate: boolean;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            estimateMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            paidMinor: number;
                        } | null;
                        /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                        expenseMinor: number;
                        /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                        indemnityMinor: number;
                        movements: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            balanceMinor: number;
                            byName: string | null;
                            /** @description Fen; below nothing when it was taken back or used. */
                            changeMinor: number;
                            note: string | null;
                            /** @enum {string} */
                            part: "indemnity" | "expense";
                            /** @description A code: of the rule, of the person, or of the posting. */
                            reason: string;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                        }[];
                        /** @description Promised and not paid yet: no less may be set aside for the indemnity. */
                        owedMinor: number;
                    };
                };
            };
        };
    };
    postClaimsClaimIdReserve: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                    expenseMinor: number;
                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                    indemnityMinor: number;
                    /** @description Why; kept encrypted with what it explains. */
                    note: string;
                    /** @enum {string} */
                    reason: "newFacts" | "survey" | "assessment" | "liability" | "injuryCourse" | "expense" | "litigation" | "correction";
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdRuleUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        uses: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            /** Format: uuid */
                            commandId: string;
                            table: string;
                            /** @description Inputs, rows that fired, outputs. */
                            use: {
                                [key: string]: unknown;
                            };
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    postClaimsClaimIdSensitiveViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    partyId?: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        parties: {
                            account: {
                                bankName: string;
                                holder: string;
                                number: string;
                            } | null;
                            identityNumber: string | null;
                            name: string;
                            /** Format: uuid */
                            partyId: string;
                            phone: string | null;
                            role: string;
                        }[];
                    };
                };
            };
        };
    };
    postClaimsClaimIdSettlements: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        /** @description What is asked to be approved. A repayment names the payment that it replaces. */
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "final" | "advance" | "repayment";
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    payees: {
                        /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                        amountMinor: number;
                        /** Format: uuid */
                        partyId: string;
                    }[];
                    /** Format: uuid */
                    replacesIntent?: string;
                    /** @description SHA-256 of the content. */
                    sheetHash: string;
                    sheetVersion: number;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSettlementsSettlementIdDecisions: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                settlementId: string;
            };
            cookie?: never;
        };
        /** @description A decision at one level, on exactly what was seen. */
        requestBody: {
            content: {
                "application/json": {
                    /** @description The clause, by its number and if need be by its wording; the reason itself goes into the note. */
                    clause?: string;
                    /** @enum {string} */
                    decision: "approve" | "return" | "reject" | "refer";
                    /** @description SHA-256 of the content. */
                    hash: string;
                    level: number;
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSettlementsSettlementIdRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                settlementId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description SHA-256 of the content. */
                    hash: string;
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSheets: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Input of the calculation; amounts in fen, rates as decimal text. */
                    input: {
                        claimants: {
                            /** @description Id of a party of the claim. */
                            claimantId: string;
                            partyId?: string;
                            /** @enum {string} */
                            role: "insured" | "driver" | "beneficiary" | "otherVehicle" | "outsideVehicles" | "thirdParty";
                        }[];
                        coverages: ({
                            /** @enum {string} */
                            coverage: "compulsoryMotor";
                            insuredHere: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @enum {string} */
                            recourseGround?: "drunk" | "unlicensed" | "stolen" | "intentional";
                            used?: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                amountMinor: number;
                                /** @enum {string} */
                                bucket: "deathAndDisability" | "medical" | "property";
                            }[];
                        } | {
                            absoluteRates?: {
                                rate?: string;
                                /** @enum {string} */
                                reason: "thirdPartyNotFound" | "overload" | "rider";
                            }[];
                            /** @enum {string} */
                            coverage: "thirdParty";
                            faultDeductibleWaived?: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            absoluteRates?: {
                                rate?: string;
                                /** @enum {string} */
                                reason: "thirdPartyNotFound" | "overload" | "rider";
                            }[];
                            /** @enum {string} */
                            coverage: "driverSeat";
                            faultDeductibleWaived?: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            absoluteRates?: {
                                rate?: string;
                                /** @enum {string} */
                                reason: "thirdPartyNotFound" | "overload" | "rider";
                            }[];
                            /** @enum {string} */
                            coverage: "ownDamage";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            depreciation?: {
                                fullMonths: number;
                                monthlyRate?: string;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                newPriceMinor: number;
                                /** @enum {string} */
                                vehicleKind: "familyCarUpTo9Seats" | "other";
                            };
                            faultDeductibleWaived?: boolean;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @enum {string} */
                            method: "clause" | "share" | "fullAdvance";
                            /** @enum {string} */
                            othersCompulsory?: "deductFirst" | "payAndRecover";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            receivedMinor?: number;
                            salvage?: {
                                /** @enum {string} */
                                keptBy: "insured" | "insurer";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                valueMinor: number;
                            };
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "property";
                            /** @enum {string} */
                            deductibleChoice?: "greater";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            /** @enum {string} */
                            deductibleOrder?: "beforeAverage" | "afterAverage";
                            deductibleRate?: string;
                            liableParties?: {
                                /** @description Family or household of the insured. */
                                household?: {
                                    intent: boolean;
                                };
                                liability: string;
                                partyId: string;
                                /** @enum {string} */
                                right?: "waivedBeforePayment" | "waivedAfterPayment" | "lostByInsured";
                            }[];
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            otherInsurances?: {
                                insurer: string;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                sumInsuredMinor: number;
                            }[];
                            salvage?: {
                                /** @enum {string} */
                                keptBy: "insured" | "insurer";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                valueMinor: number;
                            };
                            /** @enum {string} */
                            subject: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                            sublimits?: {
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                limitMinor: number;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                            /** @enum {string} */
                            valueBasis?: "agreedValue" | "actualValueAtLoss";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            valueMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "liability";
                            /** @enum {string} */
                            deductibleChoice?: "greater";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            deductibleRate?: string;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            legalCostLimitMinor?: number;
                            liability: {
                                /** @enum {string} */
                                basis: "agreement" | "judgment" | "arbitration";
                                rate: string;
                            };
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            periodLeftMinor?: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            perPersonLimitMinor?: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "accidentMedical";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            occupation?: {
                                occupationClass: number;
                                rate: string;
                            };
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            paidByOthersMinor?: number;
                            rates: {
                                notSettledFirst: string;
                                settledFirst: string;
                            };
                            socialInsuranceSettledFirst: boolean;
                            sublimits?: {
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                limitMinor: number;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            /** @enum {string} */
                            coverage: "healthMedical";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            deductibleMinor?: number;
                            lines: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                agreedMinor?: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                askedMinor: number;
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                assessedMinor: number;
                                /** @enum {string} */
                                basis: "invoice" | "repairCost" | "actualValue" | "agreedValue" | "catalogue" | "statutory" | "judgment" | "appraisal";
                                /** @enum {string} */
                                catalogueClass?: "A" | "B" | "C";
                                claimantId: string;
                                derivation?: {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "deathCompensation";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    /** @enum {string} */
                                    formula: "funeral";
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    monthlyWageMinor: number;
                                } | {
                                    age: number;
                                    /** @enum {string} */
                                    formula: "disabilityCompensation";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyIncomeMinor: number;
                                } | {
                                    dependants: {
                                        age: number;
                                        supporters: number;
                                    }[];
                                    /** @enum {string} */
                                    formula: "dependants";
                                    rate: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    yearlyExpenseMinor: number;
                                };
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                lineId: string;
                                /** @description What was asked for, paper by paper; adds up to `askedMinor`. The document is one of the claim. What social insurance has paid of it: medical only. */
                                receipts?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** Format: uuid */
                                    documentId?: string;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    paidByOthersMinor?: number;
                                    receipt: string;
                                }[];
                                saved?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    insuredMinor: number;
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    totalMinor: number;
                                };
                                selfPayRate?: string;
                            }[];
                            occupation?: {
                                occupationClass: number;
                                rate: string;
                            };
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            paidByOthersMinor?: number;
                            rates: {
                                notSettledFirst: string;
                                settledFirst: string;
                            };
                            socialInsuranceSettledFirst: boolean;
                            sublimits?: {
                                /** @enum {string} */
                                item: "deathCompensation" | "funeral" | "disabilityCompensation" | "disabilityAids" | "care" | "rehabilitation" | "transport" | "dependants" | "lodging" | "lostWages" | "mentalDistress" | "treatment" | "hospitalFood" | "followUpTreatment" | "nutrition" | "vehicleRepair" | "towing" | "thirdPartyProperty" | "vehicleTotalLoss" | "rescueCost" | "buildingDamage" | "contentsDamage" | "equipmentDamage" | "stockDamage" | "cargoDamage" | "otherDamage" | "legalCost" | "medicine" | "examination" | "hospitalRoom" | "ambulance";
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                limitMinor: number;
                            }[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            beneficiaries: {
                                claimantId: string;
                                parts: number;
                            }[];
                            /** @enum {string} */
                            coverage: "accidentDeath";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            beneficiaries: {
                                claimantId: string;
                                parts: number;
                            }[];
                            /** @enum {string} */
                            coverage: "accidentDisability";
                            grades: number[];
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            sumInsuredMinor: number;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            usedMinor?: number;
                        } | {
                            beneficiaries: {
                                claimantId: string;
                                parts: number;
                            }[];
                            /** @enum {string} */
                            coverage: "dailyAllowance";
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            dailyMinor: number;
                            days: number;
                            maximumDays: number;
                            waitingDays: number;
                        })[];
                        /** @description What we paid too late: the loss is owed beside the indemnity (Insurance Law, article 23). */
                        delay?: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            /** @enum {string} */
                            basis: "agreement" | "judgment";
                            claimantId: string;
                            dueOn: string;
                            paidOn: string;
                            yearlyRate: string;
                        }[];
                        lossDate: string;
                        motor?: {
                            liability: {
                                /** @enum {string} */
                                basis: "wording" | "police" | "agreement" | "judgment";
                                /** @enum {string} */
                                degree: "none" | "minor" | "equal" | "main" | "sole";
                                rate?: string;
                            };
                            others: {
                                compulsoryUsed?: {
                                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                    amountMinor: number;
                                    /** @enum {string} */
                                    bucket: "deathAndDisability" | "medical" | "property";
                                }[];
                                /** @description Family or household of the insured. */
                                household?: {
                                    intent: boolean;
                                };
                                /** @enum {string} */
                                kind: "motorVehicle" | "other";
                                liability: string;
                                partyId: string;
                                /** @enum {string} */
                                right?: "waivedBeforePayment" | "waivedAfterPayment" | "lostByInsured";
                            }[];
                        };
                        /** @description Case numbers of claims of the policy, with a loss within a day of this one, that were found to be other accidents. */
                        otherAccidents?: string[];
                        /** @enum {string} */
                        wordingId: "motorCompulsory" | "motorCommercial2014" | "motorCommercial2020" | "propertyEnterprise" | "propertyHousehold" | "liability" | "accident" | "healthShortTerm";
                    };
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /**
                     * @description Why the figure is calculated anew. The customer reads it, and with it the note.
                     * @enum {string}
                     */
                    reason?: "newPapers" | "objectionFollowed" | "objectionWeighed" | "assessment" | "agreement" | "judgment" | "otherClaims" | "latePayment" | "correction";
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdSheetsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 with offset. */
                        at: string;
                        authorId: string | null;
                        /** @description SHA-256 of the content. */
                        hash: string;
                        /** @description What went in: SheetInput. */
                        input: {
                            [key: string]: unknown;
                        };
                        rerun: {
                            /** @description Calculated again now, every figure is the same. */
                            agrees: boolean;
                            differences: {
                                [key: string]: unknown;
                            }[];
                            engineVersion: string;
                        };
                        /** @description What came out, with every step. */
                        result: {
                            [key: string]: unknown;
                        };
                        version: number;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSheetsVersionAgreement: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** @description SHA-256 of the content. */
                    sheetHash: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSheetsVersionDispute: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of the lines that are disputed. */
                    lines: string[];
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** @description SHA-256 of the content. */
                    sheetHash: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSheetsVersionProposal: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** @description SHA-256 of the content. */
                    sheetHash: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSheetsVersionRecordedAgreement: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** @description SHA-256 of the content. */
                    sheetHash: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSurveyAcceptance: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSurveyAssignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** Format: uuid */
                    surveyorId: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSurveyRefusal: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    putClaimsClaimIdSurveyReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
                "if-match"?: string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What was reported fits what was found. */
                    causeAgrees?: boolean;
                    conclusion?: string;
                    findings?: string;
                    photographs?: {
                        caption?: string;
                        /** Format: uuid */
                        documentId: string;
                    }[];
                    place?: {
                        /** @description GCJ-02 degrees times a million. */
                        latitudeMicro: number;
                        /** @description GCJ-02 degrees times a million. */
                        longitudeMicro: number;
                    };
                    placeText?: string;
                    signature?: {
                        /** @description SHA-256 of the content. */
                        contentHash: string;
                        /** Format: uuid */
                        documentId: string;
                        /** @description ISO 8601 with offset. */
                        signedAt: string;
                        signedBy: string;
                    };
                    /** Format: uuid */
                    sketchDocumentId?: string;
                    statements?: {
                        /** @enum {string} */
                        by: "insured" | "driver" | "victim" | "witness" | "police" | "other";
                        name?: string;
                        /** @description ISO 8601 with offset. */
                        signedAt?: string;
                        text: string;
                    }[];
                    /** @description ISO 8601 with offset. */
                    surveyedAt?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdSurveyReportSubmission: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                    /** @description SHA-256 of the content. */
                    reportHash: string;
                    reportVersion: number;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdTasksTaskIdAcknowledgement: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdWaivers: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    item: "claimApplication" | "policy" | "identityDocument" | "bankAccount" | "photographs" | "drivingLicence" | "vehicleLicence" | "policeCertificate" | "liabilityAgreement" | "fireCertificate" | "weatherCertificate" | "theftReport" | "lossList" | "repairInvoice" | "repairQuotation" | "purchaseProof" | "ownershipProof" | "vehicleKeys" | "medicalInvoice" | "medicalRecord" | "costList" | "incomeProof" | "disabilityReport" | "deathCertificate" | "kinshipProof" | "thirdPartyIdentity" | "compensationProof" | "accidentProof" | "otherInsuranceStatement" | "otherEvidence";
                    /** @description Why; kept encrypted with what it explains. */
                    note: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postClaimsClaimIdWithdrawal: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Why; kept encrypted with what it explains. */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Where the claim stands now, and what was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        caseNumber: string;
                        /** Format: uuid */
                        claimId: string;
                        stage: string;
                        /** @description Also the ETag: rises when what the workflow follows has changed. */
                        version: number;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getClaimsClaimIdWorkflow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                claimId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The workflow knows the newest version. */
                        current: boolean;
                        doing: string | null;
                        /** @description The same as it stands in the database. */
                        row: {
                            [key: string]: unknown;
                        };
                        told: {
                            [key: string]: unknown;
                        } | null;
                        waitsUntil: string | null;
                    };
                };
            };
        };
    };
    postClaimsSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everything that is named has to fit. In a body, so that no plate or telephone stands in a URL. */
        requestBody: {
            content: {
                "application/json": {
                    caseNumber?: string;
                    /** @description `next` of the page before. */
                    cursor?: string;
                    limit?: number;
                    /** @enum {string} */
                    line?: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                    phone?: string;
                    plate?: string;
                    policyNumber?: string;
                    /** @enum {string} */
                    stage?: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        claims: {
                            caseNumber: string;
                            cause: string;
                            /** Format: uuid */
                            claimId: string;
                            /** @enum {string} */
                            line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                            /** @description ISO 8601 with offset. */
                            lossAt: string;
                            outcome: string | null;
                            priority: number;
                            /** @description ISO 8601 with offset. */
                            registeredAt: string;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            /** @description ISO 8601 with offset. */
                            updatedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        drafts: {
                            /** Format: uuid */
                            draftId: string;
                            form: {
                                [key: string]: string | number | boolean | null;
                            };
                            /** @description ISO 8601 with offset. */
                            updatedAt: string;
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    postDrafts: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    form: {
                        [key: string]: string | number | boolean | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        draftId: string;
                        form: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description ISO 8601 with offset. */
                        updatedAt: string;
                        version: number;
                    };
                };
            };
        };
    };
    getDraftsDraftId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        draftId: string;
                        form: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description ISO 8601 with offset. */
                        updatedAt: string;
                        version: number;
                    };
                };
            };
        };
    };
    putDraftsDraftId: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
                "if-match"?: string;
            };
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    form: {
                        [key: string]: string | number | boolean | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        draftId: string;
                        form: {
                            [key: string]: string | number | boolean | null;
                        };
                        /** @description ISO 8601 with offset. */
                        updatedAt: string;
                        version: number;
                    };
                };
            };
        };
    };
    deleteDraftsDraftId: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                draftId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getFastTrack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was set, newest first; the first one holds. */
                        history: {
                            /** @description Whether software settles claims at all. */
                            open: boolean;
                            /** @enum {string} */
                            reason: "shipped" | "incident" | "suspectedFraud" | "ruleChange" | "auditFinding" | "sampling" | "resumed";
                            /** @description Share of the claims that software pays which is drawn for an audit, in 1/10,000. */
                            sampleBasisPoints: number;
                            sampleSeed: string;
                            /** @description ISO 8601 with offset. */
                            setAt: string;
                            setBy: string | null;
                            setByName: string | null;
                        }[];
                        /** @description Whether software settles claims at all. */
                        open: boolean;
                        /** @enum {string} */
                        reason: "shipped" | "incident" | "suspectedFraud" | "ruleChange" | "auditFinding" | "sampling" | "resumed";
                        /** @description Share of the claims that software pays which is drawn for an audit, in 1/10,000. */
                        sampleBasisPoints: number;
                        sampleSeed: string;
                        /** @description ISO 8601 with offset. */
                        setAt: string;
                        setBy: string | null;
                        setByName: string | null;
                    };
                };
            };
        };
    };
    postFastTrack: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Whether software settles claims at all. */
                    open?: boolean;
                    /** @enum {string} */
                    reason: "incident" | "suspectedFraud" | "ruleChange" | "auditFinding" | "sampling" | "resumed";
                    /** @description Share of the claims that software pays which is drawn for an audit, in 1/10,000. */
                    sampleBasisPoints?: number;
                    sampleSeed?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description What was set, newest first; the first one holds. */
                        history: {
                            /** @description Whether software settles claims at all. */
                            open: boolean;
                            /** @enum {string} */
                            reason: "shipped" | "incident" | "suspectedFraud" | "ruleChange" | "auditFinding" | "sampling" | "resumed";
                            /** @description Share of the claims that software pays which is drawn for an audit, in 1/10,000. */
                            sampleBasisPoints: number;
                            sampleSeed: string;
                            /** @description ISO 8601 with offset. */
                            setAt: string;
                            setBy: string | null;
                            setByName: string | null;
                        }[];
                        /** @description Whether software settles claims at all. */
                        open: boolean;
                        /** @enum {string} */
                        reason: "shipped" | "incident" | "suspectedFraud" | "ruleChange" | "auditFinding" | "sampling" | "resumed";
                        /** @description Share of the claims that software pays which is drawn for an audit, in 1/10,000. */
                        sampleBasisPoints: number;
                        sampleSeed: string;
                        /** @description ISO 8601 with offset. */
                        setAt: string;
                        setBy: string | null;
                        setByName: string | null;
                    };
                };
            };
        };
    };
    getFastTrackSamples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Newest first; what nobody has looked at comes first. */
                        samples: {
                            caseNumber: string;
                            /** Format: uuid */
                            claimId: string;
                            /** @description ISO 8601 with offset. */
                            drawnAt: string;
                            finding: ("inOrder" | "paidTooMuch" | "paidTooLittle" | "notEligible") | null;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            paidMinor: number;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getHealthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        live: true;
                    };
                };
            };
        };
    };
    getHealthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        database: "ok" | "unreachable";
                        /** @description These are away, and the work goes on without them. */
                        degraded: ("process" | "database" | "migrations" | "temporal")[];
                        /** @enum {string} */
                        migrations: "ok" | "behind" | "unknown";
                        /** @description Without these nothing is done at all. */
                        missing: ("process" | "database" | "migrations" | "temporal")[];
                        ready: boolean;
                        /**
                         * @description Shown and not required: decisions are made without it.
                         * @enum {string}
                         */
                        temporal: "connected" | "unreachable";
                    };
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        branches: {
                            code: string;
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        csrfToken: string | null;
                        /** @enum {string} */
                        kind: "staff" | "customer" | "partner";
                        /** @enum {string} */
                        language: "zh" | "en";
                        /** @description Up to which amount this person may approve now. */
                        limits: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            limitMinor: number;
                            line: string | null;
                            validTo: string | null;
                        }[];
                        /** @description The working name of staff; masked for everybody else. */
                        name: string;
                        /** Format: uuid */
                        personId: string;
                        roles: {
                            branchId: string | null;
                            /** @enum {string} */
                            role: "customer" | "handler" | "surveyor" | "adjuster" | "approver" | "finance" | "auditor" | "administrator" | "partner" | "system" | "software";
                        }[];
                    };
                };
            };
        };
    };
    putMePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    current: string;
                    /** @description 至少12个字符。 */
                    next: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postMessageGatewayReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: number;
                    id: string;
                    receiptId: string;
                    status: "delivered" | "undeliverable";
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPayLane: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description After a restore: days whose statement the bank still owes; the lane stays shut until it has come. */
                        owedStatements: number;
                        pausedAt: string | null;
                        pausedReason: string | null;
                        reopenProposedBy: string | null;
                        /** @description Payments of which the bank has not said yet what became of them. */
                        unknownPayments: number;
                        /** @description After a restore: payments of the bank whose references were lost; listed by day in reconciliations. */
                        unknownReferences: number;
                    };
                };
            };
        };
    };
    postPayLanePause: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "bankIncident" | "suspectedFraud" | "reconciliation" | "restore" | "auditFailure" | "other";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description After a restore: days whose statement the bank still owes; the lane stays shut until it has come. */
                        owedStatements: number;
                        pausedAt: string | null;
                        pausedReason: string | null;
                        reopenProposedBy: string | null;
                        /** @description Payments of which the bank has not said yet what became of them. */
                        unknownPayments: number;
                        /** @description After a restore: payments of the bank whose references were lost; listed by day in reconciliations. */
                        unknownReferences: number;
                    };
                };
            };
        };
    };
    postPayLaneReopening: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description After a restore: days whose statement the bank still owes; the lane stays shut until it has come. */
                        owedStatements: number;
                        pausedAt: string | null;
                        pausedReason: string | null;
                        reopenProposedBy: string | null;
                        /** @description Payments of which the bank has not said yet what became of them. */
                        unknownPayments: number;
                        /** @description After a restore: payments of the bank whose references were lost; listed by day in reconciliations. */
                        unknownReferences: number;
                    };
                };
            };
        };
    };
    getPayments: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                limit?: number;
                status: "held" | "ready" | "submitting" | "unknown" | "accepted" | "paid" | "failed" | "returned" | "suspense" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        /** @description In the state that was asked for, by what changed last. */
                        payments: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            caseNumber: string;
                            /** Format: uuid */
                            claimId: string;
                            /** Format: uuid */
                            intentId: string;
                            /** @description The permanent reference under which the bank knows it. */
                            ref: string;
                            settlementId: string;
                            /** @enum {string} */
                            status: "held" | "ready" | "submitting" | "unknown" | "accepted" | "paid" | "failed" | "returned" | "suspense" | "cancelled";
                            suspense: {
                                proposal: {
                                    /** Format: uuid */
                                    by: string;
                                    /** @enum {string} */
                                    outcome: "paid" | "failed";
                                } | null;
                                reason: string;
                            } | null;
                            /** @description ISO 8601 with offset. */
                            updatedAt: string;
                        }[];
                        totals: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            count: number;
                            /** @enum {string} */
                            status: "held" | "ready" | "submitting" | "unknown" | "accepted" | "paid" | "failed" | "returned" | "suspense" | "cancelled";
                        }[];
                    };
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        next: string | null;
                        people: {
                            branchId: string | null;
                            disabled: boolean;
                            displayName: string;
                            /** @description Roles and limits that wait for a second person. */
                            pending: number;
                            /** Format: uuid */
                            personId: string;
                            roles: ("customer" | "handler" | "surveyor" | "adjuster" | "approver" | "finance" | "auditor" | "administrator" | "partner" | "system" | "software")[];
                            skills: string[];
                        }[];
                    };
                };
            };
        };
    };
    postPeople: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    account?: {
                        login: string;
                        /** @description 至少12个字符。 */
                        password: string;
                    };
                    branchId: string | null;
                    identityNumber?: string;
                    /** @enum {string} */
                    kind: "natural" | "legal";
                    name: string;
                    phone?: string;
                    staff?: {
                        /** @description Open tasks that this person can carry. */
                        capacity: number;
                        displayName: string;
                        position?: {
                            /** @description GCJ-02 degrees times a million. */
                            latitudeMicro: number;
                            /** @description GCJ-02 degrees times a million. */
                            longitudeMicro: number;
                        };
                        skills: string[];
                        workPhone: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        accountId: string | null;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
        };
    };
    getPeoplePersonId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        absences: {
                            /** Format: uuid */
                            grantedBy: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            personId: string;
                            substituteId: string | null;
                            /** @description ISO 8601 with offset. */
                            validFrom: string;
                            validTo: string | null;
                        }[];
                        accounts: {
                            /** Format: uuid */
                            accountId: string;
                            disabledAt: string | null;
                            /** @enum {string} */
                            kind: "staff" | "customer" | "partner";
                            login: string | null;
                        }[];
                        branchId: string | null;
                        identityMasked: string | null;
                        /** @enum {string} */
                        kind: "natural" | "legal";
                        limits: {
                            confirmedAt: string | null;
                            confirmedBy: string | null;
                            /** Format: uuid */
                            grantedBy: string;
                            /** Format: uuid */
                            id: string;
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            limitMinor: number;
                            line: string | null;
                            /** Format: uuid */
                            personId: string;
                            /** @description ISO 8601 with offset. */
                            validFrom: string;
                            validTo: string | null;
                        }[];
                        nameMasked: string | null;
                        /** @description Working names of staff who are named here. */
                        people: {
                            name: string;
                            /** Format: uuid */
                            personId: string;
                        }[];
                        /** Format: uuid */
                        personId: string;
                        phoneMasked: string | null;
                        roles: {
                            branchId: string | null;
                            confirmedAt: string | null;
                            confirmedBy: string | null;
                            /** Format: uuid */
                            grantedBy: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            personId: string;
                            role: string;
                            /** @description ISO 8601 with offset. */
                            validFrom: string;
                            validTo: string | null;
                        }[];
                        staff: {
                            capacity: number;
                            displayName: string;
                            latitudeMicro: number | null;
                            longitudeMicro: number | null;
                            skills: string[];
                            workPhone: string;
                        } | null;
                    };
                };
            };
        };
    };
    postPeoplePersonIdAbsences: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    substituteId: string | null;
                    /** @description ISO 8601 with offset. */
                    validFrom?: string;
                    /** @description ISO 8601 with offset. */
                    validTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        absenceId: string;
                    };
                };
            };
        };
    };
    postPeoplePersonIdAbsencesAbsenceIdEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                absenceId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    postPeoplePersonIdAccounts: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    /** @description 至少12个字符。 */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                    };
                };
            };
        };
    };
    postPeoplePersonIdAccountsAccountIdDisabling: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                accountId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    postPeoplePersonIdLimits: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                    limitMinor: number;
                    line: ("motorCompulsory" | "motorCommercial" | "property" | "accident" | "health") | null;
                    /** @description ISO 8601 with offset. */
                    validFrom?: string;
                    /** @description ISO 8601 with offset. */
                    validTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        grantId: string;
                        /**
                         * @description Counts for nothing until a second person has confirmed it.
                         * @enum {string}
                         */
                        state: "pending";
                    };
                };
            };
        };
    };
    postPeoplePersonIdLimitsGrantIdConfirmation: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                grantId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    postPeoplePersonIdLimitsGrantIdEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                grantId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    postPeoplePersonIdRoles: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branchId: string | null;
                    /** @enum {string} */
                    role: "handler" | "surveyor" | "adjuster" | "approver" | "finance" | "auditor" | "administrator";
                    /** @description ISO 8601 with offset. */
                    validFrom?: string;
                    /** @description ISO 8601 with offset. */
                    validTo?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        grantId: string;
                        /**
                         * @description Counts for nothing until a second person has confirmed it.
                         * @enum {string}
                         */
                        state: "pending";
                    };
                };
            };
        };
    };
    postPeoplePersonIdRolesGrantIdConfirmation: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                grantId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    postPeoplePersonIdRolesGrantIdEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                grantId: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    putPeoplePersonIdWork: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                personId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Open tasks that this person can carry. */
                    capacity: number;
                    skills: ("motorCompulsory" | "motorCommercial" | "property" | "accident" | "health")[];
                    workPhone: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        done: true;
                    };
                };
            };
        };
    };
    getPolicies: {
        parameters: {
            query?: {
                /** @description Required of staff. */
                policyNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description At most 50, the latest inception first. */
                        policies: {
                            branch: {
                                code: string;
                                name: string;
                            };
                            cancelled: boolean;
                            /** @description ISO 8601 with offset. */
                            expiryAt: string;
                            /** @description Masked. */
                            holder: string;
                            /** @description ISO 8601 with offset. */
                            inceptionAt: string;
                            /** @enum {string} */
                            line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                            /** @description What is insured, masked. */
                            objects: {
                                en: string;
                                zh: string;
                            }[];
                            /** Format: uuid */
                            policyId: string;
                            policyNumber: string;
                            /** @enum {string} */
                            premiumStatus: "unpaid" | "partlyPaid" | "paid" | "refunded";
                            product: {
                                en: string;
                                zh: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getPoliciesPolicyId: {
        parameters: {
            query?: {
                /** @description ISO 8601 with offset. */
                asOf?: string;
            };
            header?: never;
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description ISO 8601 with offset. */
                        asOf: string;
                        branch: {
                            code: string;
                            name: string;
                        };
                        /** Format: uuid */
                        branchId: string;
                        cancelled: boolean;
                        /** @description The compulsory policy whose cover is among the terms. */
                        compulsoryPolicyNumber?: string;
                        /** @description Those that had taken effect. */
                        endorsementNumbers: number[];
                        endorsements: {
                            /** @description As in the import format. */
                            change: {
                                [key: string]: unknown;
                            };
                            /** @description ISO 8601 with offset. */
                            effectiveAt: string;
                            number: number;
                            /** @description ISO 8601 with offset. */
                            writtenAt: string;
                        }[];
                        /** @description ISO 8601 with offset. */
                        expiryAt: string;
                        /** @description ISO 8601 with offset. */
                        inceptionAt: string;
                        /** @description Whether the policy covered a loss at this instant. */
                        inForce: boolean;
                        issued: {
                            /** @description ISO 8601 with offset. */
                            expiryAt: string;
                            /** @description ISO 8601 with offset. */
                            inceptionAt: string;
                        };
                        /** @enum {string} */
                        line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                        objects: {
                            description: {
                                en: string;
                                zh: string;
                            };
                            kind: string;
                        }[];
                        people: {
                            identityMasked: string | null;
                            /** @enum {string} */
                            kind: "natural" | "legal";
                            nameMasked: string;
                            /** Format: uuid */
                            personId: string;
                            phoneMasked: string | null;
                            /** @enum {string} */
                            role: "holder" | "insured" | "beneficiary" | "driver";
                        }[];
                        /** Format: uuid */
                        policyId: string;
                        policyNumber: string;
                        premiumEvents: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            /** @enum {string} */
                            status: "unpaid" | "partlyPaid" | "paid" | "refunded";
                            /** @description ISO 8601 with offset. */
                            writtenAt: string;
                        }[];
                        /** @enum {string} */
                        premiumStatus: "unpaid" | "partlyPaid" | "paid" | "refunded";
                        product: {
                            en: string;
                            id: string;
                            zh: string;
                        };
                        /** @description Terms as of the instant, endorsements applied; see docs/policy-import.md. */
                        terms: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
        };
    };
    postPoliciesPolicyIdEndorsements: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    change: {
                        /** @enum {string} */
                        kind: "terms";
                        terms: {
                            coverages?: {
                                /** @enum {unknown} */
                                coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                                dailyMinor?: number;
                                deductibleMinor?: number;
                                firstLoss?: boolean;
                                maximumDays?: number;
                                rate?: string;
                                rateWithoutSocialInsurance?: string;
                                /** @enum {unknown} */
                                subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                                sumInsuredMinor: number;
                                waitingDays?: number;
                            }[];
                            disclosureProof?: string;
                            exclusions?: string[];
                            firstRegisteredOn?: string;
                            newPriceMinor?: number;
                            perils?: string[];
                            riders?: string[];
                            waitingPeriodDays?: number;
                            wordingId?: string;
                        };
                    } | {
                        coverage: {
                            /** @enum {unknown} */
                            coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                            dailyMinor?: number;
                            deductibleMinor?: number;
                            firstLoss?: boolean;
                            maximumDays?: number;
                            rate?: string;
                            rateWithoutSocialInsurance?: string;
                            /** @enum {unknown} */
                            subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                            sumInsuredMinor: number;
                            waitingDays?: number;
                        };
                        /** @enum {string} */
                        kind: "coverage";
                    } | {
                        /** @enum {unknown} */
                        coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                        /** @enum {string} */
                        kind: "coverageRemoved";
                        /** @enum {unknown} */
                        subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                    } | {
                        expiryAt: string;
                        /** @enum {string} */
                        kind: "expiry";
                    } | {
                        /** @enum {string} */
                        kind: "cancellation";
                    };
                    effectiveAt: string;
                    number: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False when the same was on file already. */
                        added: boolean;
                    };
                };
            };
        };
    };
    postPoliciesPolicyIdPremiumEvents: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                policyId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    at: string;
                    /** @enum {unknown} */
                    status: "unpaid" | "partlyPaid" | "paid" | "refunded";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description False when the same was on file already. */
                        added: boolean;
                    };
                };
            };
        };
    };
    postPoliciesImports: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    branches?: {
                        code: string;
                        name: string;
                    }[];
                    /** @enum {string} */
                    format: "lipei.policies/1";
                    policies: {
                        branchCode: string;
                        endorsements: {
                            change: {
                                /** @enum {string} */
                                kind: "terms";
                                terms: {
                                    coverages?: {
                                        /** @enum {unknown} */
                                        coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                                        dailyMinor?: number;
                                        deductibleMinor?: number;
                                        firstLoss?: boolean;
                                        maximumDays?: number;
                                        rate?: string;
                                        rateWithoutSocialInsurance?: string;
                                        /** @enum {unknown} */
                                        subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                                        sumInsuredMinor: number;
                                        waitingDays?: number;
                                    }[];
                                    disclosureProof?: string;
                                    exclusions?: string[];
                                    firstRegisteredOn?: string;
                                    newPriceMinor?: number;
                                    perils?: string[];
                                    riders?: string[];
                                    waitingPeriodDays?: number;
                                    wordingId?: string;
                                };
                            } | {
                                coverage: {
                                    /** @enum {unknown} */
                                    coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                                    dailyMinor?: number;
                                    deductibleMinor?: number;
                                    firstLoss?: boolean;
                                    maximumDays?: number;
                                    rate?: string;
                                    rateWithoutSocialInsurance?: string;
                                    /** @enum {unknown} */
                                    subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                                    sumInsuredMinor: number;
                                    waitingDays?: number;
                                };
                                /** @enum {string} */
                                kind: "coverage";
                            } | {
                                /** @enum {unknown} */
                                coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                                /** @enum {string} */
                                kind: "coverageRemoved";
                                /** @enum {unknown} */
                                subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                            } | {
                                expiryAt: string;
                                /** @enum {string} */
                                kind: "expiry";
                            } | {
                                /** @enum {string} */
                                kind: "cancellation";
                            };
                            effectiveAt: string;
                            number: number;
                        }[];
                        expiryAt: string;
                        inceptionAt: string;
                        objects: ({
                            engineNumber?: string;
                            firstRegisteredOn: string;
                            /** @enum {string} */
                            kind: "vehicle";
                            model?: string;
                            newPriceMinor: number;
                            parallelImport?: boolean;
                            plate?: string;
                            seats: number;
                            /** @enum {unknown} */
                            usage: "family" | "business" | "passengerHire" | "freight" | "publicService";
                            vehicleNumber: string;
                        } | {
                            address: string;
                            floorAreaSquareMetres?: number;
                            /** @enum {string} */
                            kind: "building";
                            structure?: string;
                        } | {
                            address: string;
                            description: string;
                            /** @enum {string} */
                            kind: "contents";
                        })[];
                        people: {
                            identityNumber: string;
                            /** @enum {unknown} */
                            kind: "natural" | "legal";
                            name: string;
                            phone?: string;
                            roles: ("holder" | "insured" | "beneficiary" | "driver")[];
                        }[];
                        policyNumber: string;
                        premiumEvents: {
                            at: string;
                            /** @enum {unknown} */
                            status: "unpaid" | "partlyPaid" | "paid" | "refunded";
                        }[];
                        productId: string;
                        terms: {
                            coverages: {
                                /** @enum {unknown} */
                                coverage: "compulsoryMotor" | "ownDamage" | "thirdParty" | "driverSeat" | "property" | "liability" | "accidentDeath" | "accidentDisability" | "accidentMedical" | "dailyAllowance" | "healthMedical";
                                dailyMinor?: number;
                                deductibleMinor?: number;
                                firstLoss?: boolean;
                                maximumDays?: number;
                                rate?: string;
                                rateWithoutSocialInsurance?: string;
                                /** @enum {unknown} */
                                subject?: "building" | "contents" | "equipment" | "stock" | "cargo" | "other";
                                sumInsuredMinor: number;
                                waitingDays?: number;
                            }[];
                            disclosureProof?: string;
                            exclusions: string[];
                            perils: string[];
                            riders?: string[];
                            waitingPeriodDays: number;
                            wordingId: string;
                        };
                    }[];
                    products?: {
                        id: string;
                        /** @enum {unknown} */
                        line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                        name: {
                            en: string;
                            zh: string;
                        };
                        wordings: {
                            from: string;
                            to?: string;
                            wordingId: string;
                        }[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branches: number;
                        endorsements: number;
                        people: number;
                        policies: number;
                        premiumEvents: number;
                        products: number;
                        unchangedPolicies: number;
                    };
                };
            };
        };
    };
    postPoliciesSearches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    by: "policyNumber" | "plate" | "phone" | "identityNumber";
                    /** @description A vehicle without a plate is found by its identification number. */
                    value: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description At most 50, the latest inception first. */
                        policies: {
                            branch: {
                                code: string;
                                name: string;
                            };
                            cancelled: boolean;
                            /** @description ISO 8601 with offset. */
                            expiryAt: string;
                            /** @description Masked. */
                            holder: string;
                            /** @description ISO 8601 with offset. */
                            inceptionAt: string;
                            /** @enum {string} */
                            line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                            /** @description What is insured, masked. */
                            objects: {
                                en: string;
                                zh: string;
                            }[];
                            /** Format: uuid */
                            policyId: string;
                            policyNumber: string;
                            /** @enum {string} */
                            premiumStatus: "unpaid" | "partlyPaid" | "paid" | "refunded";
                            product: {
                                en: string;
                                zh: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getReconciliations: {
        parameters: {
            query: {
                day: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string;
                        lines: {
                            /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                            amountMinor: number;
                            /** @description ISO 8601 with offset. */
                            at: string;
                            claimId: string | null;
                            dueAt: string | null;
                            finding: string;
                            intentId: string | null;
                            /** @description `executed` or `returned` at the bank; `unseen` where it shows nothing. */
                            kind: string;
                            lineId: string;
                            ownerRole: string | null;
                            ref: string;
                        }[];
                        /** @description Callbacks of the day that fit nothing we know. */
                        quarantined: {
                            messageId: string;
                            quarantine: string | null;
                            /** @description ISO 8601 with offset. */
                            receivedAt: string;
                            ref: string;
                        }[];
                        statement: string | null;
                    };
                };
            };
        };
    };
    postReconciliations: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    day: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        day: string;
                    };
                };
            };
        };
    };
    getRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        versions: {
                            authorName: string | null;
                            /** Format: uuid */
                            authorPersonId: string;
                            /** @description SHA-256 of the document. */
                            documentHash: string;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            /** Format: uuid */
                            id: string;
                            publishedAt: string | null;
                            returnedAt: string | null;
                            returnReason: string | null;
                            reviewerName: string | null;
                            reviewerPersonId: string | null;
                            /**
                             * @description A decision table.
                             * @enum {string}
                             */
                            tableId: "checklist" | "coverageChecks" | "surveyNeed" | "authorityLevels" | "slaTargets" | "escalation" | "reserveOpening" | "fastTrack";
                            version: number;
                        }[];
                    };
                };
            };
        };
    };
    postRulesTableBacktests: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A decision table. */
                table: "checklist" | "coverageChecks" | "surveyNeed" | "authorityLevels" | "slaTargets" | "escalation" | "reserveOpening" | "fastTrack";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    draft: {
                        /** @description A decision table, see docs/decision-tables.md. Faults are listed with their places. */
                        document: {
                            [key: string]: unknown;
                        };
                    } | {
                        /** Format: uuid */
                        versionId: string;
                    };
                    /**
                     * @description The newest so many decisions are asked.
                     * @default 50000
                     */
                    most?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By how much in fen, where an answer comes to an amount. */
                        amounts: {
                            fallen: number;
                            largestFallMinor: number;
                            largestRiseMinor: number;
                            name: string;
                            netMinor: number | null;
                            risen: number;
                        }[];
                        changedClaims: number;
                        changedDecisions: number;
                        claims: number;
                        /** @description Decisions that the draft was asked. */
                        decisions: number;
                        milliseconds: number;
                        /** @description Decisions whose stored inputs no longer fit the columns of the table. */
                        notComparable: number;
                        /** @description By which outputs, most decisions first. */
                        outputs: {
                            decisions: number;
                            output: string;
                            subject: string | null;
                            transitions: {
                                decisions: number;
                                /** @description A value of this output; null where the side says nothing. */
                                from: unknown;
                                /** @description A value of this output; null where the side says nothing. */
                                to: unknown;
                            }[];
                        }[];
                        /** @description The first 20 that were found, the newest first. */
                        samples: {
                            /** @description ISO 8601 with offset. */
                            at: string;
                            caseNumber: string;
                            differences: {
                                /** @description A value of this output; null where the side says nothing. */
                                from: unknown;
                                output: string;
                                subject: string | null;
                                /** @description A value of this output; null where the side says nothing. */
                                to: unknown;
                            }[];
                            draftRows: string[];
                            inputs: {
                                [key: string]: unknown;
                            };
                            usedRows: string[];
                            usedVersion: number;
                        }[];
                    };
                };
            };
        };
    };
    postRulesTableChecks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A decision table. */
                table: "checklist" | "coverageChecks" | "surveyNeed" | "authorityLevels" | "slaTargets" | "escalation" | "reserveOpening" | "fastTrack";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A decision table, see docs/decision-tables.md. Faults are listed with their places. */
                    document: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The rows that fire for each test case; none while a cell cannot be read. */
                        cases: {
                            faults: {
                                /** @description Row, row.column, test case or table. */
                                at: string;
                                /** @enum {string} */
                                code: "malformedDocument" | "unknownTable" | "intervalInvalid" | "hitPolicyDiffers" | "unknownInput" | "unknownOutput" | "columnMissing" | "columnTypeDiffers" | "duplicateName" | "malformedCell" | "wrongCellType" | "unknownWord" | "wrongOutput" | "rowsOverlap" | "priorityOutOfOrder" | "rowNeverFires" | "gapBeforeClosing" | "closingRowMissing" | "closingRowNotCautious" | "noTestCases" | "testCaseMalformed" | "testCaseFails" | "engineDiffers" | "versionNotNext";
                                detail?: string;
                                text: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            name: string;
                            rows: string[];
                        }[];
                        faults: {
                            /** @description Row, row.column, test case or table. */
                            at: string;
                            /** @enum {string} */
                            code: "malformedDocument" | "unknownTable" | "intervalInvalid" | "hitPolicyDiffers" | "unknownInput" | "unknownOutput" | "columnMissing" | "columnTypeDiffers" | "duplicateName" | "malformedCell" | "wrongCellType" | "unknownWord" | "wrongOutput" | "rowsOverlap" | "priorityOutOfOrder" | "rowNeverFires" | "gapBeforeClosing" | "closingRowMissing" | "closingRowNotCautious" | "noTestCases" | "testCaseMalformed" | "testCaseFails" | "engineDiffers" | "versionNotNext";
                            detail?: string;
                            text: {
                                en: string;
                                zh: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getRulesTableColumns: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A decision table. */
                table: "checklist" | "coverageChecks" | "surveyNeed" | "authorityLevels" | "slaTargets" | "escalation" | "reserveOpening" | "fastTrack";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        hitPolicy: "first" | "collect" | "firstOfEach";
                        inputs: {
                            kind: string;
                            name: string;
                            /** @description Whether it may be unknown (an input) or null (an output). */
                            optional: boolean;
                            /** @description The words that it may be. */
                            values?: string[];
                        }[];
                        outputs: {
                            kind: string;
                            name: string;
                            /** @description Whether it may be unknown (an input) or null (an output). */
                            optional: boolean;
                            /** @description The words that it may be. */
                            values?: string[];
                        }[];
                    };
                };
            };
        };
    };
    postRulesTableVersions: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                /** @description A decision table. */
                table: "checklist" | "coverageChecks" | "surveyNeed" | "authorityLevels" | "slaTargets" | "escalation" | "reserveOpening" | "fastTrack";
            };
            cookie?: never;
        };
        /** @description A decision table, see docs/decision-tables.md. Faults are listed with their places. */
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description SHA-256 of the document. */
                        documentHash: string;
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
            };
        };
    };
    getRulesTableVersionsVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A decision table. */
                table: "checklist" | "coverageChecks" | "surveyNeed" | "authorityLevels" | "slaTargets" | "escalation" | "reserveOpening" | "fastTrack";
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A decision table, see docs/decision-tables.md. Faults are listed with their places. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    postRulesProposalsIdPublication: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description SHA-256 of the document. */
                    documentHash: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        published: true;
                    };
                };
            };
        };
    };
    postRulesProposalsIdReturn: {
        parameters: {
            query?: never;
            header: {
                /** @description Visible ASCII; once for every change. */
                "idempotency-key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description SHA-256 of the document. */
                    documentHash: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        returned: true;
                    };
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        accountId: string;
                        csrfToken: string | null;
                        expiresAt: string | null;
                        /** Format: uuid */
                        personId: string;
                    };
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    postSignInCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        codeId: string;
                        expiresInSeconds: number;
                    };
                };
            };
        };
    };
    postSignInSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    /** Format: uuid */
                    codeId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrfToken: string;
                        /** @description ISO 8601 with offset. */
                        expiresAt: string;
                    };
                };
            };
        };
    };
    postSignInStaffSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    login: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrfToken: string;
                        /** @description ISO 8601 with offset. */
                        expiresAt: string;
                    };
                };
            };
        };
    };
    getWorklist: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Work of this kind only. */
                kind?: "firstContact" | "collectDocuments" | "decideAcceptance" | "dispatchSurvey" | "answerSurveyOffer" | "survey" | "prepareSheet" | "answerProposal" | "submitSettlement" | "proposeAdvance" | "decideApproval" | "releasePayment" | "correctPayee" | "resolveSuspense" | "resumePayment" | "informed" | "standstill" | "reopened";
                limit?: number;
                /** @description Default: mine. */
                view?: "mine" | "team" | "unassigned";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        counts: {
                            mine: number;
                            mineDueToday: number;
                            team: number;
                            unassigned: number;
                        };
                        next: string | null;
                        /** @description By what is due first; what has no time comes last. */
                        tasks: {
                            asked: {
                                /** @description Amount in fen (1/100 yuan), an integer below 2^53. */
                                amountMinor: number;
                                /** @enum {string} */
                                kind: "final" | "advance" | "repayment";
                                settlementId: string;
                            } | null;
                            assigneeId: string | null;
                            assigneeName: string | null;
                            caseNumber: string;
                            /** Format: uuid */
                            claimId: string;
                            clock: {
                                kind: string;
                                status: string;
                                warnAt: string | null;
                            } | null;
                            customer: string | null;
                            dueAt: string | null;
                            estimatedMinor: number | null;
                            kind: string;
                            /** @enum {string} */
                            line: "motorCompulsory" | "motorCommercial" | "property" | "accident" | "health";
                            /** @description ISO 8601 with offset. */
                            openedAt: string;
                            priority: number;
                            role: string;
                            /** @enum {string} */
                            stage: "report" | "documents" | "acceptance" | "survey" | "adjustment" | "approval" | "payment" | "afterCare" | "archived";
                            taskId: string;
                        }[];
                    };
                };
            };
        };
    };
}
