#include "koyomi-audit-programme.h"

#include "koyomi-control.h"
#include "koyomi-finding.h"

static void
free_audit (gpointer data)
{
  KoyomiProgrammeAudit *self = data;

  g_clear_object (&self->audit);
  g_free (self->breach);
  g_free (self);
}

static void
free_line (gpointer data)
{
  KoyomiProgrammeLine *self = data;

  g_clear_object (&self->control);
  g_free (self);
}

void
koyomi_audit_programme_free (KoyomiAuditProgramme *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->audits);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/* @breaches: (element-type gint64 utf8): why who audits is not independent, by the key of the audit */
void
koyomi_audit_programme_take_breaches (KoyomiAuditProgramme *self,
                                      GHashTable           *breaches)
{
  for (guint i = 0; i < self->audits->len; i++)
    {
      KoyomiProgrammeAudit *audit = g_ptr_array_index (self->audits, i);
      gint64 id = koyomi_record_get_id (audit->audit);

      g_free (audit->breach);
      audit->breach = g_strdup (g_hash_table_lookup (breaches, &id));
    }
}

/* An item with a result was sampled, whatever is said of it. */
KoyomiSampling
koyomi_audit_item_get_sampling (KoyomiRecord *item)
{
  if (koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_RESULT) != KOYOMI_AUDIT_RESULT_NONE)
    return KOYOMI_SAMPLING_SAMPLED;

  return koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_SAMPLING) == KOYOMI_SAMPLING_NOT_SAMPLED ? KOYOMI_SAMPLING_NOT_SAMPLED
                                                                                                  : KOYOMI_SAMPLING_PLANNED;
}

/* Returns: which of the years the audit ends in; -1 for none, and when it was cancelled */
static int
find_year (const KoyomiAuditProgramme *self,
           KoyomiRecord               *audit)
{
  int index = koyomi_fiscal_year_of_day (koyomi_record_get_day (audit, KOYOMI_AUDIT_LAST_DAY), self->first_year.start_month).year -
              self->first_year.year;

  return koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) != KOYOMI_AUDIT_STATUS_CANCELLED && index >= 0 && index < KOYOMI_PROGRAMME_YEARS
         ? index : -1;
}

static int
compare_audits (gconstpointer a,
                gconstpointer b)
{
  guint32 left = koyomi_record_get_day ((*(KoyomiProgrammeAudit * const *) a)->audit, KOYOMI_AUDIT_FIRST_DAY);
  guint32 right = koyomi_record_get_day ((*(KoyomiProgrammeAudit * const *) b)->audit, KOYOMI_AUDIT_FIRST_DAY);

  return (left > right) - (left < right);
}

static KoyomiProgrammeAudit *
make_audit (const KoyomiPlanFacts *facts,
            KoyomiRecord          *audit)
{
  KoyomiProgrammeAudit *self = g_new0 (KoyomiProgrammeAudit, 1);
  GPtrArray *items = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_AUDIT_ITEM);
  GPtrArray *findings = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_FINDING);
  gint64 id = koyomi_record_get_id (audit);

  self->audit = g_object_ref (audit);
  self->is_in_calendar = !koyomi_record_is_none (audit, KOYOMI_AUDIT_ACTIVITY);
  for (guint i = 0; i < items->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (items, i), KOYOMI_AUDIT_ITEM_AUDIT) == id)
      {
        KoyomiSampling sampling = koyomi_audit_item_get_sampling (g_ptr_array_index (items, i));

        self->n_items++;
        self->n_sampled += sampling == KOYOMI_SAMPLING_SAMPLED;
        self->n_left_out += sampling == KOYOMI_SAMPLING_NOT_SAMPLED;
      }
  for (guint i = 0; i < findings->len; i++)
    if (koyomi_record_get_int (g_ptr_array_index (findings, i), KOYOMI_FINDING_AUDIT) == id)
      {
        self->n_findings++;
        self->n_open += !koyomi_finding_is_over (g_ptr_array_index (findings, i));
      }

  return self;
}

static void
add_audits (KoyomiAuditProgramme  *self,
            const KoyomiPlanFacts *facts)
{
  GPtrArray *audits = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_AUDIT);

  for (guint i = 0; i < audits->len; i++)
    if (find_year (self, g_ptr_array_index (audits, i)) >= 0)
      g_ptr_array_add (self->audits, make_audit (facts, g_ptr_array_index (audits, i)));
  g_ptr_array_sort (self->audits, compare_audits);
}

/* What was planned but is over without a result was left out. */
static KoyomiCoverage
judge_item (KoyomiRecord *item,
            KoyomiRecord *audit)
{
  switch (koyomi_audit_item_get_sampling (item))
    {
    case KOYOMI_SAMPLING_SAMPLED:
      return KOYOMI_COVERAGE_DONE;
    case KOYOMI_SAMPLING_NOT_SAMPLED:
      return KOYOMI_COVERAGE_LEFT_OUT;
    case KOYOMI_SAMPLING_PLANNED:
    default:
      return koyomi_record_get_int (audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_DONE ? KOYOMI_COVERAGE_LEFT_OUT
                                                                                            : KOYOMI_COVERAGE_PLANNED;
    }
}

static KoyomiProgrammeLine *
make_line (const KoyomiAuditProgramme *self,
           const KoyomiPlanFacts      *facts,
           KoyomiRecord               *control)
{
  KoyomiProgrammeLine *line = g_new0 (KoyomiProgrammeLine, 1);
  GPtrArray *items = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_AUDIT_ITEM);

  line->control = g_object_ref (control);
  line->is_gap = koyomi_control_is_applicable (control);
  for (guint i = 0; i < items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (items, i);
      KoyomiRecord *audit = koyomi_plan_facts_follow (facts, item, KOYOMI_AUDIT_ITEM_AUDIT);
      int year = audit != NULL ? find_year (self, audit) : -1;
      KoyomiCoverage coverage;

      if (koyomi_record_get_int (item, KOYOMI_AUDIT_ITEM_CONTROL) != koyomi_record_get_id (control) || year < 0)
        continue;

      coverage = judge_item (item, audit);
      if (coverage >= line->years[year])
        line->audits[year] = koyomi_record_get_id (audit);
      line->years[year] = MAX (line->years[year], coverage);
      if (coverage >= KOYOMI_COVERAGE_PLANNED)
        line->is_gap = FALSE;
    }

  return line;
}

/* Returns: (transfer full): which audit looks at what in @first_year and the years after it */
KoyomiAuditProgramme *
koyomi_audit_programme_make (const KoyomiPlanFacts *facts,
                             KoyomiFiscalYear       first_year)
{
  KoyomiAuditProgramme *self = g_new0 (KoyomiAuditProgramme, 1);
  GPtrArray *controls = koyomi_plan_facts_get_rows (facts, KOYOMI_TABLE_CONTROL);

  self->first_year = first_year;
  self->audits = g_ptr_array_new_with_free_func (free_audit);
  self->lines = g_ptr_array_new_with_free_func (free_line);
  add_audits (self, facts);
  for (guint i = 0; i < controls->len; i++)
    {
      KoyomiProgrammeLine *line = make_line (self, facts, g_ptr_array_index (controls, i));

      g_ptr_array_add (self->lines, line);
      self->n_gaps += line->is_gap;
    }

  return self;
}
