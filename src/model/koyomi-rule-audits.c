#include "koyomi-rule-check-private.h"

#include "koyomi-day.h"

#include <string.h>

/* The rule that nobody audits what is their own: ISO/IEC 27001:2022, 9.2.2 c) wants auditors and audits that are objective and
 * impartial; ISO 19011:2018, clause 4 e) wants auditors to be independent of what they audit; the Three Lines Model of the IIA
 * (2020) keeps internal audit apart from the responsibilities of management.
 *
 * A team audits a function
 *  - when it does (R) one of the audit functions: 28 security audit and 29 system audit of the CRIC table, A-12 security audit of
 *    X.1060. Those examine all the others, so their auditor audits every function that is not an audit function itself. ISOG-J's
 *    list has no audit as such, but H-1, collecting and keeping the data for audits: that is handed over by those who run the systems as
 *    well, so only a team that both does it (R) and answers for it (A) counts as the auditor;
 *  - when it is the team of an internal or a supplier audit that is planned or going on, and one of the audit's items is a control
 *    that the function is to fulfil.
 *
 * Such a team must have neither R nor A for the function. What it may have, since it belongs to internal audit, are the audit functions and
 * the support of investigations into fraud: H-2 of ISOG-J, H-1 of X.1060. Who answers for an audit function (A) without doing it is no
 * auditor: that may be the CISO. */

static const struct
{
  const char *catalogue;
  const char *code;
  const char *auditor;   /* (nullable): the letters that make an auditor of whoever has all of them */
} audit_functions[] = {
  { "cric", "28", "R" },
  { "cric", "29", "R" },
  { "isogj", "H-1", "RA" },
  { "isogj", "H-2", NULL },
  { "x1060", "A-12", "R" },
  { "x1060", "H-1", NULL },
};

/* Returns: the place in audit_functions, or -1 */
static int
find_audit_function (KoyomiRecord *function,
                     KoyomiRecord *catalogue)
{
  for (guint i = 0; i < G_N_ELEMENTS (audit_functions); i++)
    if (strcmp (koyomi_record_get_text (function, KOYOMI_FUNCTION_CODE), audit_functions[i].code) == 0 &&
        strcmp (koyomi_record_get_text (catalogue, KOYOMI_CATALOGUE_CODE), audit_functions[i].catalogue) == 0)
      return i;

  return -1;
}

/* The letters of the team for the function on @day, as far as they are R or A. */
static char *
find_letters (KoyomiJudged *judged,
              KoyomiRecord *team,
              guint32       day)
{
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *letter = "RA"; *letter != '\0'; letter++)
    for (guint i = 0; i < judged->assignments->len; i++)
      {
        KoyomiRecord *assignment = g_ptr_array_index (judged->assignments, i);

        if (koyomi_record_get_int (assignment, KOYOMI_ASSIGNMENT_TEAM) == koyomi_record_get_id (team) &&
            koyomi_assignment_holds_on (assignment, day) &&
            strchr (koyomi_record_get_text (assignment, KOYOMI_ASSIGNMENT_LETTERS), *letter) != NULL)
          {
            g_string_append_c (letters, *letter);
            break;
          }
      }

  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* @audit_id: 0 for an auditor by the matrix */
static void
take_audit (KoyomiBreach *breach,
            gint64        audit_id)
{
  if (audit_id == 0)
    return;

  if (breach->audit_id == 0)
    breach->audit_id = audit_id;
  g_array_append_val (breach->audit_ids, audit_id);
}

/* One breach a function and team, whichever way it was found, with all audits that it is about. */
static void
add_breach (KoyomiRuleCheck *self,
            KoyomiJudged    *judged,
            KoyomiRecord    *team,
            const char      *letters,
            const char      *audit,
            gint64           audit_id)
{
  g_autofree char *name = _koyomi_rule_check_name_function (judged);
  KoyomiBreach *breach;

  for (guint i = 0; i < self->breaches->len; i++)
    {
      KoyomiBreach *other = g_ptr_array_index (self->breaches, i);

      if (other->rule == KOYOMI_RULE_SELF_AUDIT && other->function_id == koyomi_record_get_id (judged->function) &&
          other->team_id == koyomi_record_get_id (team))
        {
          take_audit (other, audit_id);
          return;
        }
    }

  breach = _koyomi_rule_check_add_one (self, KOYOMI_RULE_SELF_AUDIT, judged, team);
  take_audit (breach, audit_id);
  SAY (self, breach, KOYOMI_SENTENCE_USUAL,
       { "team", koyomi_record_get_title (team) }, { "letters", letters }, { "function", name }, { "audit", audit });
}

/* Whatever an auditor by the matrix has beside the audit functions. */
static void
check_auditor (KoyomiRuleCheck *self,
               KoyomiRecord    *team,
               const char      *audit)
{
  KoyomiTeamPart *part = _koyomi_rule_check_find_part (self, team);

  for (guint i = 0; part != NULL && i < part->in_charge->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (part->in_charge, i);
      g_autofree char *letters = find_letters (judged, team, self->day);

      if (find_audit_function (judged->function, judged->catalogue) < 0)
        add_breach (self, judged, team, letters, audit, 0);
    }
}

/* All audit functions make auditors, also those of a catalogue that is not judged. */
static void
check_audit_functions (KoyomiRuleCheck *self)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      KoyomiJudged *judged = g_ptr_array_index (self->all, i);
      int place = find_audit_function (judged->function, judged->catalogue);
      g_autofree char *name = NULL;

      if (place < 0 || audit_functions[place].auditor == NULL)
        continue;

      name = _koyomi_rule_check_name_function (judged);
      for (guint j = 0; j < self->facts->teams->len; j++)
        {
          KoyomiRecord *team = g_ptr_array_index (self->facts->teams, j);
          g_autofree char *letters = find_letters (judged, team, self->day);

          if (g_str_has_prefix (letters, audit_functions[place].auditor))
            check_auditor (self, team, name);
        }
    }
}

/* Returns: (element-type gint64 GPtrArray): the rows of function_control by their control */
static GHashTable *
index_by_control (KoyomiRuleCheck *self)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->facts->function_controls->len; i++)
    {
      KoyomiRecord *pair = g_ptr_array_index (self->facts->function_controls, i);
      gint64 control = koyomi_record_get_int (pair, KOYOMI_FUNCTION_CONTROL_CONTROL);
      GPtrArray *pairs = g_hash_table_lookup (index, &control);

      if (pairs == NULL)
        {
          pairs = g_ptr_array_new ();
          g_hash_table_insert (index, g_memdup2 (&control, sizeof control), pairs);
        }
      g_ptr_array_add (pairs, pair);
    }

  return index;
}

static gboolean
is_ours_and_ahead (KoyomiRecord *audit)
{
  KoyomiAuditKind kind = koyomi_record_get_int (audit, KOYOMI_AUDIT_KIND);
  KoyomiAuditStatus status = koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS);

  return (kind == KOYOMI_AUDIT_KIND_INTERNAL || kind == KOYOMI_AUDIT_KIND_SUPPLIER) &&
         (status == KOYOMI_AUDIT_STATUS_PLANNED || status == KOYOMI_AUDIT_STATUS_DOING);
}

static void
check_item (KoyomiRuleCheck *self,
            KoyomiRecord    *audit,
            KoyomiRecord    *team,
            GPtrArray       *pairs)
{
  guint32 day = MAX (self->day, koyomi_record_get_day (audit, KOYOMI_AUDIT_FIRST_DAY));

  for (guint i = 0; i < pairs->len; i++)
    {
      gint64 function = koyomi_record_get_int (g_ptr_array_index (pairs, i), KOYOMI_FUNCTION_CONTROL_FUNCTION);
      KoyomiJudged *judged = _koyomi_rule_check_find_judged (self, function);
      g_autofree char *letters = judged != NULL ? find_letters (judged, team, day) : NULL;

      if (judged != NULL && *letters != '\0' && find_audit_function (judged->function, judged->catalogue) < 0)
        add_breach (self, judged, team, letters, koyomi_record_get_title (audit), koyomi_record_get_id (audit));
    }
}

static void
check_audit (KoyomiRuleCheck *self,
             KoyomiRecord    *audit,
             GHashTable      *pairs_by_control)
{
  KoyomiRecord *team = _koyomi_rule_check_find_team (self, koyomi_record_get_int (audit, KOYOMI_AUDIT_TEAM));

  for (guint i = 0; i < self->facts->audit_items->len && team != NULL; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (self->facts->audit_items, i);
      gint64 control = koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_CONTROL);
      GPtrArray *pairs = g_hash_table_lookup (pairs_by_control, &control);

      if (pairs != NULL && koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_AUDIT) == koyomi_record_get_id (audit))
        check_item (self, audit, team, pairs);
    }
}

void
_koyomi_rule_check_audits (KoyomiRuleCheck *self)
{
  g_autoptr(GHashTable) pairs_by_control = index_by_control (self);

  check_audit_functions (self);

  for (guint i = 0; i < self->facts->audits->len; i++)
    if (is_ours_and_ahead (g_ptr_array_index (self->facts->audits, i)))
      check_audit (self, g_ptr_array_index (self->facts->audits, i), pairs_by_control);
}
