import type { Fragment, TransactionSql } from "postgres";
import type { Sql } from "../../../db/connect.ts";

/** So long before its day a review is called for: early enough to be in time. */
const REVIEW_LEAD_DAYS = 7;
/** Early enough to write, approve and release what comes after. */
const EXPIRY_LEAD_DAYS = 14;
/** What has no day of its own is due so long after it was found. */
const FOUND_DUE_DAYS = 7;

/**
 * Makes the tasks for which there is a reason, and closes those whose reason is gone. Run again, it changes nothing: each reason has
 * one row (`knowledge_task_cause`), and one that a person dismissed stays dismissed until there is another reason.
 */
export async function refreshTasks(sql: Sql, now: Date): Promise<Outcome> {
  return sql.begin(async (tx) => {
    // Two at once would wait for each other's rows.
    await tx`select pg_advisory_xact_lock(hashtext('knowledge_task'))`;
    return write(tx, now);
  });
}

type Outcome = { readonly opened: number; readonly closed: number };

async function write(sql: TransactionSql, now: Date): Promise<Outcome> {
  const [row] = await sql<Outcome[]>`
    with reason as (${listReasons(sql, now)}), closed as (
      update knowledge_task t set state = 'done', closed_at = ${now}, closed_by_name = null
      where t.state = 'open' and not exists (
        select from reason r where r.subject_id = t.subject_id and r.kind = t.kind and r.cause = t.cause)
      returning t.id
    ), opened as (
      insert into knowledge_task as t (workspace_id, base_id, kind, subject_type, subject_id, cause, title, facts, owner_id, due_at, created_at)
      select workspace_id, base_id, kind, subject_type, subject_id, cause, title, facts, owner_id, due_at, ${now} from reason
      on conflict (subject_id, kind, cause) do update
        set state = 'open', closed_at = null, title = excluded.title, due_at = excluded.due_at
        where t.state = 'done'
      returning t.id
    )
    select (select count(*)::int from opened) as opened, (select count(*)::int from closed) as closed`;
  return row ?? { opened: 0, closed: 0 };
}

/** The same text in every session, whatever its time zone. */
const toCause = (sql: TransactionSql, moment: Fragment) => sql`extract(epoch from ${moment})::numeric::text`;

/** Every reason for a task at a moment, in every workspace. */
const listReasons = (sql: TransactionSql, now: Date) => sql`
  with entry as (
    select e.*, coalesce(e.question->>'zh-CN', e.question->>'en', '') as title,
      coalesce(e.reviewed_at, e.created_at) + make_interval(days => e.review_every_days) as review_at
    from faq_entry e join knowledge_base b on b.id = e.base_id and b.deleted_at is null
    where e.deleted_at is null and e.state <> 'retired'
  ), page as (
    select d.*, (d.valid_until + 1)::timestamp at time zone 'Asia/Shanghai' as ends_at
    from document d join knowledge_base b on b.id = d.base_id and b.deleted_at is null
    where d.deleted_at is null and d.is_served
  )
  select workspace_id, base_id, 'review_due' as kind, 'entry' as subject_type, id as subject_id, ${toCause(sql, sql`review_at`)} as cause, title,
    jsonb_build_object('everyDays', review_every_days) as facts, owner_id, review_at as due_at
  from entry where state = 'published' and review_at <= ${now}::timestamptz + make_interval(days => ${REVIEW_LEAD_DAYS})
  union all
  select workspace_id, base_id, case when valid_to <= ${now} then 'expired' else 'expiring' end, 'entry', id, ${toCause(sql, sql`valid_to`)}, title,
    '{}', owner_id, valid_to
  from entry where state in ('approved', 'published')
    and valid_to <= ${now}::timestamptz + make_interval(days => ${EXPIRY_LEAD_DAYS})
  union all
  select workspace_id, base_id, case when ends_at <= ${now} then 'expired' else 'expiring' end, 'document', id, valid_until::text, name,
    '{}', null, ends_at
  from page where ends_at <= ${now}::timestamptz + make_interval(days => ${EXPIRY_LEAD_DAYS})
  union all
  select e.workspace_id, e.base_id, 'glossary', 'entry', e.id, found.words, e.title, jsonb_build_object('words', found.words),
    e.owner_id, ${now}::timestamptz + make_interval(days => ${FOUND_DUE_DAYS})
  from entry e join entry_check c on c.entry_id = e.id and c.passes = 0
  cross join lateral (
    select string_agg(distinct f->'facts'->>'found' || ' → ' || (f->'facts'->>'preferred'), '; ') as words
    from jsonb_array_elements(c.findings) f where f->>'code' = 'forbidden_word'
  ) found
  where found.words is not null
  union all
  ${listContradictions(sql, now)}
  union all
  ${listCaseReviews(sql)}
  union all
  select p.workspace_id, p.base_id, 'passage_outdated', 'passage', p.id, ${toCause(sql, sql`p.updated_at`)}, page.name,
    jsonb_build_object('documentId', page.id), null, ${now}::timestamptz + make_interval(days => ${FOUND_DUE_DAYS})
  from passage p join page on page.id = p.document_id where p.is_outdated`;

/**
 * One for two entries that contradict each other, whichever of them says so: of the newer one, since it is mostly the one to mend.
 * Drafts answer nobody, and say so while they are written. Other answers are another reason: those that were checked, since a newer
 * one may be the one that mends it.
 */
const listContradictions = (sql: TransactionSql, now: Date) => sql`
  select e.workspace_id, e.base_id, 'contradiction', 'entry', e.id,
    concat(other.id, ' ', md5(concat(own.answers, ' ', others.answers))), e.title,
    jsonb_build_object('otherId', other.id, 'other', other.title), coalesce(${toContradictionOwner(sql)}, e.owner_id, other.owner_id),
    ${now}::timestamptz + make_interval(days => ${FOUND_DUE_DAYS})
  from (
    select distinct greatest(c.entry_id, f->'facts'->>'entryId') as id, least(c.entry_id, f->'facts'->>'entryId') as other_id
    from (select entry_id::text, findings from entry_check where passes = 0) c cross join lateral jsonb_array_elements(c.findings) f
    where f->>'code' = 'contradicts'
  ) pair
  join entry e on e.id = pair.id::uuid and e.state in ('in_review', 'approved', 'published')
  join entry other on other.id = pair.other_id::uuid and other.state in ('in_review', 'approved', 'published')
  left join (${listCheckedAnswers(sql)}) own on own.entry_id = e.id
  left join (${listCheckedAnswers(sql)}) others on others.entry_id = other.id`;

/** Whoever has dealt with the two before, however often their answers change meanwhile. */
const toContradictionOwner = (sql: TransactionSql) => sql`(
  select t.owner_id from knowledge_task t
  where t.subject_id = e.id and t.kind = 'contradiction' and t.facts->>'otherId' = other.id::text
  order by t.created_at desc, t.id desc limit 1)`;

const listCheckedAnswers = (sql: TransactionSql) => sql`
  select c.entry_id, r.content->'answers' as answers
  from entry_check c join faq_revision r on r.entry_id = c.entry_id and r.rev = c.rev`;

/** Each time that a case is submitted is one. Whoever wrote it cannot answer for it: then it is nobody's until somebody takes it. */
const listCaseReviews = (sql: TransactionSql) => sql`
  select k.workspace_id, k.base_id, 'case_review', 'case', k.id, submitted.rev::text, k.question,
    jsonb_build_object('by', submitted.author_name), case when not exists (
      select from knowledge_case_revision own where own.case_id = k.id and own.author_id = k.owner_id
        and own.rev > coalesce(k.approved_rev, 0) and own.kind in ('created', 'edited', 'submitted')) then k.owner_id end,
    submitted.at + make_interval(days => ${FOUND_DUE_DAYS})
  from knowledge_case k join knowledge_base b on b.id = k.base_id and b.deleted_at is null
  cross join lateral (
    select r.rev, r.at, r.author_name from knowledge_case_revision r
    where r.case_id = k.id and r.kind = 'submitted' order by r.rev desc limit 1
  ) submitted
  where k.deleted_at is null and k.state = 'in_review'`;
