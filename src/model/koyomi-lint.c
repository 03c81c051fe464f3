#include "koyomi-lint-private.h"

#include "koyomi-day.h"
#include "koyomi-reference.h"
#include "koyomi-text.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (KoyomiLintResult, koyomi_lint_result, G_TYPE_OBJECT)

static void
koyomi_lint_result_finalize (GObject *object)
{
  KoyomiLintResult *self = KOYOMI_LINT_RESULT (object);

  g_clear_object (&self->record);
  g_clear_object (&self->waiver);
  g_free (self->subject);

  G_OBJECT_CLASS (koyomi_lint_result_parent_class)->finalize (object);
}

static void
koyomi_lint_result_class_init (KoyomiLintResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_lint_result_finalize;
}

static void
koyomi_lint_result_init (KoyomiLintResult *self)
{
}

static const KoyomiReference *
get_table (void)
{
  return koyomi_reference_get ("reference/lint_rules");
}

guint
koyomi_lint_rule_count (void)
{
  return koyomi_reference_get_n_rows (get_table ());
}

void
koyomi_lint_rule_get (guint           index,
                      KoyomiLintRule *self)
{
  const char *severity = koyomi_reference_get_text (get_table (), index, "severity");

  self->id = koyomi_reference_get_text (get_table (), index, "id");
  self->area = koyomi_reference_get_text (get_table (), index, "area");
  for (guint i = 0; i < KOYOMI_N_RULE_SEVERITIES; i++)
    if (strcmp (koyomi_rule_severity_get_nick (i), severity) == 0)
      self->severity = i;
}

static guint
find_rule (const char *id)
{
  for (guint i = 0; i < koyomi_lint_rule_count (); i++)
    if (strcmp (koyomi_reference_get_text (get_table (), i, "id"), id) == 0)
      return i;

  g_error ("there is no rule “%s”", id);
}

/* What is wrong. */
const char *
koyomi_lint_rule_get_name (const KoyomiLintRule *self,
                           KoyomiLanguage        language)
{
  return koyomi_reference_get_localized (get_table (), find_rule (self->id), "name", language);
}

/* What to do about it. */
const char *
koyomi_lint_rule_get_advice (const KoyomiLintRule *self,
                             KoyomiLanguage        language)
{
  return koyomi_reference_get_localized (get_table (), find_rule (self->id), "advice", language);
}

gboolean
_koyomi_lint_lacks (KoyomiRecord *record,
                    int           text)
{
  return koyomi_text_is_blank (koyomi_record_get_text (record, text));
}

/* Whether there is such a day, and it lies before the one that is asked for. */
gboolean
_koyomi_lint_has_passed (const KoyomiLintWork *work,
                         KoyomiRecord         *record,
                         int                   day)
{
  return !koyomi_record_is_none (record, day) && koyomi_record_get_day (record, day) < work->day;
}

/* Whether any row refers to @record by @reference. */
gboolean
_koyomi_lint_has_any (const KoyomiLintWork *work,
                      int                   reference,
                      KoyomiRecord         *record)
{
  return koyomi_plan_facts_count (work->facts, reference, koyomi_record_get_id (record)) > 0;
}

gboolean
_koyomi_lint_is_in_year (const KoyomiLintWork *work,
                         KoyomiRecord         *record,
                         int                   day)
{
  guint32 value = koyomi_record_get_day (record, day);

  return value >= koyomi_fiscal_year_get_first_day (work->year) && value <= koyomi_fiscal_year_get_last_day (work->year);
}

/* F-26-05 Restore test not recorded; a run without a title of its own by its activity, with its day */
static char *
name_subject (const KoyomiLintWork *work,
              KoyomiRecord         *record)
{
  const KoyomiTable *table = koyomi_record_get_table (record);
  int base = koyomi_record_get_table_id (record) << 8;
  const char *title = koyomi_record_get_title (record);
  int number = koyomi_table_find_field (table, "number");
  int code = koyomi_table_find_field (table, "code");
  int day = koyomi_table_find_field (table, "first_day");
  g_autofree char *text = NULL;

  number = number >= 0 ? number : code;
  for (guint i = 1; i < table->n_fields && (title == NULL || *title == '\0'); i++)
    {
      KoyomiRecord *named = table->fields[i].type == KOYOMI_FIELD_REF ? koyomi_plan_facts_follow (work->facts, record, base | i) : NULL;

      if (named != NULL)
        title = koyomi_record_get_title (named);
    }

  if (koyomi_record_get_table_id (record) == KOYOMI_TABLE_MEETING)
    day = KOYOMI_FIELD_INDEX (KOYOMI_MEETING_DAY);
  else if (koyomi_record_get_table_id (record) != KOYOMI_TABLE_OCCURRENCE)
    day = -1;
  if (day >= 0)
    text = koyomi_day_format (koyomi_record_get_day (record, base | day));
  else if (number >= 0)
    text = g_strdup (koyomi_record_get_text (record, base | number));

  return g_strstrip (g_strjoin (" ", text != NULL ? text : "", title != NULL ? title : "", NULL));
}

/* Whether @waiver is about this, and has begun and not ended on @day. */
gboolean
koyomi_lint_result_is_meant_by (KoyomiLintResult *self,
                                KoyomiRecord     *waiver,
                                guint32           day)
{
  gint64 row = koyomi_record_is_none (waiver, KOYOMI_LINT_WAIVER_ROW) ? 0 : koyomi_record_get_int (waiver, KOYOMI_LINT_WAIVER_ROW);

  return strcmp (koyomi_record_get_text (waiver, KOYOMI_LINT_WAIVER_RULE), self->rule.id) == 0 &&
         (row == 0 || (row == koyomi_record_get_id (self->record) &&
                       strcmp (koyomi_record_get_text (waiver, KOYOMI_LINT_WAIVER_ENTITY), koyomi_record_get_table (self->record)->name) == 0)) &&
         koyomi_record_get_day (waiver, KOYOMI_LINT_WAIVER_DECIDED_DAY) <= day &&
         (koyomi_record_is_none (waiver, KOYOMI_LINT_WAIVER_UNTIL_DAY) || koyomi_record_get_day (waiver, KOYOMI_LINT_WAIVER_UNTIL_DAY) >= day);
}

/* One that holds, or of those that have ended the last. */
static void
find_waiver (KoyomiLintResult     *self,
             const KoyomiLintWork *work)
{
  GPtrArray *waivers = koyomi_plan_facts_get_rows (work->facts, KOYOMI_TABLE_LINT_WAIVER);
  guint32 last = 0;

  for (guint i = 0; i < waivers->len && !self->is_waived; i++)
    {
      KoyomiRecord *waiver = g_ptr_array_index (waivers, i);
      guint32 until = koyomi_record_get_day (waiver, KOYOMI_LINT_WAIVER_UNTIL_DAY);

      self->is_waived = koyomi_lint_result_is_meant_by (self, waiver, work->day);
      if (self->is_waived || (until > last && until < work->day && koyomi_lint_result_is_meant_by (self, waiver, until)))
        {
          last = until;
          g_set_object (&self->waiver, waiver);
        }
    }
}

static void
run_check (const KoyomiLintWork  *work,
           const KoyomiLintCheck *check,
           GPtrArray             *results)
{
  GPtrArray *rows = koyomi_plan_facts_get_rows (work->facts, check->table);

  for (guint i = 0; i < rows->len; i++)
    {
      KoyomiRecord *record = g_ptr_array_index (rows, i);
      KoyomiLintResult *result;

      if (!check->breaks (work, record))
        continue;

      result = g_object_new (KOYOMI_TYPE_LINT_RESULT, NULL);
      koyomi_lint_rule_get (find_rule (check->rule), &result->rule);
      result->record = g_object_ref (record);
      result->subject = name_subject (work, record);
      find_waiver (result, work);
      g_ptr_array_add (results, result);
    }
}

/* By severity; of one severity in the order of the rules and rows, which is that in which they were found. */
static void
sort (GPtrArray *results)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new ();

  for (guint severity = 0; severity < KOYOMI_N_RULE_SEVERITIES; severity++)
    for (guint i = 0; i < results->len; i++)
      if (((KoyomiLintResult *) g_ptr_array_index (results, i))->rule.severity == severity)
        g_ptr_array_add (found, g_ptr_array_index (results, i));

  for (guint i = 0; i < found->len; i++)
    results->pdata[i] = found->pdata[i];
}

/* Returns: (transfer full) (element-type KoyomiLintResult): what the rules find on the day of @facts, waived or not; by severity */
GPtrArray *
koyomi_lint_check (const KoyomiPlanFacts *facts)
{
  static const KoyomiLintCheck * const parts[] = {
    _koyomi_lint_plan_checks, _koyomi_lint_incident_checks, _koyomi_lint_metric_checks, _koyomi_lint_evidence_checks,
    _koyomi_lint_audit_checks, _koyomi_lint_finding_checks, _koyomi_lint_register_checks, _koyomi_lint_meeting_checks,
  };
  GPtrArray *results = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) lines = koyomi_control_register_make (facts);
  g_autoptr(GHashTable) by_control = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  KoyomiLintWork work = { facts, koyomi_plan_facts_get_day (facts), koyomi_plan_facts_get_year (facts), by_control };

  for (guint i = 0; i < lines->len; i++)
    {
      KoyomiControlLine *line = g_ptr_array_index (lines, i);
      gint64 id = koyomi_record_get_id (line->control);

      g_hash_table_insert (by_control, g_memdup2 (&id, sizeof id), line);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (const KoyomiLintCheck *check = parts[i]; check->rule != NULL; check++)
      run_check (&work, check, results);
  sort (results);

  return results;
}
