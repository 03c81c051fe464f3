#include "koyomi-deadlines.h"

#include "koyomi-day.h"
#include "koyomi-finding.h"

/* Whether the day of a row still matters. */
typedef gboolean (*OpenFunc) (KoyomiRecord *record,
                              guint32       today);

static gboolean
is_action_open (KoyomiRecord *finding,
                guint32       today)
{
  return koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS) < KOYOMI_FINDING_STATUS_DONE;
}

static gboolean
is_effect_open (KoyomiRecord *finding,
                guint32       today)
{
  return koyomi_record_get_int (finding, KOYOMI_FINDING_STATUS) == KOYOMI_FINDING_STATUS_DONE;
}

static gboolean
is_audit_open (KoyomiRecord *audit,
               guint32       today)
{
  return koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_PLANNED;
}

static gboolean
is_decision_open (KoyomiRecord *decision,
                  guint32       today)
{
  return koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN;
}

static gboolean
is_treatment_open (KoyomiRecord *risk,
                   guint32       today)
{
  return koyomi_record_get_int (risk, KOYOMI_RISK_STATUS) <= KOYOMI_RISK_STATUS_DOING;
}

static gboolean
is_risk_open (KoyomiRecord *risk,
              guint32       today)
{
  return koyomi_record_get_int (risk, KOYOMI_RISK_STATUS) != KOYOMI_RISK_STATUS_CLOSED;
}

static gboolean
is_always_open (KoyomiRecord *record,
                guint32       today)
{
  return TRUE;
}

/* What has ended has ended: nothing is late about it. */
static gboolean
is_to_come (KoyomiRecord *record,
            guint32       today)
{
  KoyomiTableId table = koyomi_record_get_table_id (record);
  guint32 last_day = koyomi_record_get_day (record, table == KOYOMI_TABLE_CONTRACT ? KOYOMI_CONTRACT_LAST_DAY
                                                    : table == KOYOMI_TABLE_EXEMPTION ? KOYOMI_EXEMPTION_LAST_DAY
                                                    : table == KOYOMI_TABLE_OBJECTIVE ? KOYOMI_OBJECTIVE_DUE_DAY : KOYOMI_EVIDENCE_EXPIRES_DAY);

  return last_day == KOYOMI_DAY_NONE || last_day >= today;
}

static const struct
{
  const char *label;
  int         day;
  int         number;   /* or -1 */
  int         owner;
  OpenFunc    is_open;
} kinds[KOYOMI_N_DEADLINE_KINDS] = {
  [KOYOMI_DEADLINE_FINDING] = { N_("Corrective action"), KOYOMI_FINDING_DUE_DAY, KOYOMI_FINDING_NUMBER, KOYOMI_FINDING_OWNER, is_action_open },
  [KOYOMI_DEADLINE_EFFECT] = { N_("Check of the effect"), KOYOMI_FINDING_EFFECT_DUE_DAY, KOYOMI_FINDING_NUMBER, KOYOMI_FINDING_OWNER,
                               is_effect_open },
  [KOYOMI_DEADLINE_AUDIT] = { N_("Audit"), KOYOMI_AUDIT_FIRST_DAY, KOYOMI_AUDIT_NUMBER, KOYOMI_AUDIT_LEAD, is_audit_open },
  [KOYOMI_DEADLINE_DECISION] = { N_("Action of a meeting"), KOYOMI_DECISION_DUE_DAY, KOYOMI_DECISION_NUMBER, KOYOMI_DECISION_OWNER,
                                 is_decision_open },
  [KOYOMI_DEADLINE_OBJECTIVE] = { N_("Objective"), KOYOMI_OBJECTIVE_DUE_DAY, KOYOMI_OBJECTIVE_NUMBER, KOYOMI_OBJECTIVE_OWNER, is_to_come },
  [KOYOMI_DEADLINE_RISK_TREATMENT] = { N_("Treatment of a risk"), KOYOMI_RISK_DUE_DAY, KOYOMI_RISK_NUMBER, KOYOMI_RISK_OWNER, is_treatment_open },
  [KOYOMI_DEADLINE_RISK_REVIEW] = { N_("Review of a risk"), KOYOMI_RISK_REVIEW_DAY, KOYOMI_RISK_NUMBER, KOYOMI_RISK_OWNER, is_risk_open },
  [KOYOMI_DEADLINE_POLICY_REVIEW] = { N_("Review of a policy"), KOYOMI_POLICY_REVIEW_DAY, -1, KOYOMI_POLICY_OWNER, is_always_open },
  [KOYOMI_DEADLINE_OBLIGATION_REVIEW] = { N_("Review of an obligation"), KOYOMI_OBLIGATION_REVIEW_DAY, -1, KOYOMI_OBLIGATION_OWNER,
                                          is_always_open },
  [KOYOMI_DEADLINE_EXEMPTION_END] = { N_("End of an exception"), KOYOMI_EXEMPTION_LAST_DAY, -1, KOYOMI_EXEMPTION_OWNER, is_to_come },
  [KOYOMI_DEADLINE_CONTRACT_NOTICE] = { N_("Notice of a contract"), KOYOMI_CONTRACT_NOTICE_DAY, KOYOMI_CONTRACT_NUMBER, KOYOMI_CONTRACT_PARTNER,
                                        is_to_come },
  [KOYOMI_DEADLINE_CONTRACT_END] = { N_("End of a contract"), KOYOMI_CONTRACT_LAST_DAY, KOYOMI_CONTRACT_NUMBER, KOYOMI_CONTRACT_PARTNER,
                                     is_to_come },
  [KOYOMI_DEADLINE_EVIDENCE_END] = { N_("Evidence expires"), KOYOMI_EVIDENCE_EXPIRES_DAY, -1, KOYOMI_EVIDENCE_OWNER, is_to_come },
};

void
koyomi_deadline_free (KoyomiDeadline *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->owner);
  g_free (self);
}

const char *
koyomi_deadline_kind_get_label (KoyomiDeadlineKind self,
                                KoyomiLanguage     language)
{
  g_return_val_if_fail (self < KOYOMI_N_DEADLINE_KINDS, NULL);

  return koyomi_tr (language, kinds[self].label);
}

static KoyomiDeadline *
make_deadline (KoyomiDeadlineKind  kind,
               KoyomiRecord       *record,
               guint32             today)
{
  KoyomiDeadline *self = g_new0 (KoyomiDeadline, 1);
  const char *number = kinds[kind].number >= 0 ? koyomi_record_get_text (record, kinds[kind].number) : "";

  self->kind = kind;
  self->table = koyomi_record_get_table_id (record);
  self->id = koyomi_record_get_id (record);
  self->title = g_strdup_printf ("%s%s%s", number, *number != '\0' ? " " : "", koyomi_record_get_title (record));
  self->owner = g_strdup (koyomi_record_get_text (record, kinds[kind].owner));
  self->day = koyomi_record_get_day (record, kinds[kind].day);
  self->is_late = self->day < today;

  return self;
}

static int
compare_deadlines (gconstpointer a,
                   gconstpointer b)
{
  const KoyomiDeadline *left = *(KoyomiDeadline * const *) a;
  const KoyomiDeadline *right = *(KoyomiDeadline * const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->kind != right->kind)
    return left->kind < right->kind ? -1 : 1;

  return (left->id > right->id) - (left->id < right->id);
}

/**
 * koyomi_session_list_deadlines:
 * @first_day: of the days that are asked for; late ones have their day before @today
 * @last_day: counted in
 *
 * Returns: (transfer full) (element-type KoyomiDeadline): what is dated in these days and not done, by day
 */
GPtrArray *
koyomi_session_list_deadlines (KoyomiSession   *session,
                               guint32          first_day,
                               guint32          last_day,
                               guint32          today,
                               KoyomiLanguage   language,
                               GError         **error)
{
  g_autoptr(GPtrArray) deadlines = g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_deadline_free);

  for (guint kind = 0; kind < KOYOMI_N_DEADLINE_KINDS; kind++)
    {
      g_autoptr(GPtrArray) rows = koyomi_session_list (session, KOYOMI_FIELD_TABLE (kinds[kind].day), 0, 0, language, error);

      if (rows == NULL)
        return NULL;

      for (guint i = 0; i < rows->len; i++)
        {
          KoyomiRecord *record = g_ptr_array_index (rows, i);
          guint32 day = koyomi_record_get_day (record, kinds[kind].day);

          if (day != KOYOMI_DAY_NONE && day >= first_day && day <= last_day && kinds[kind].is_open (record, today))
            g_ptr_array_add (deadlines, make_deadline (kind, record, today));
        }
    }
  g_ptr_array_sort (deadlines, compare_deadlines);

  return g_steal_pointer (&deadlines);
}
