#include "koyomi-audit-columns.h"

#include "koyomi-control.h"
#include "koyomi-day.h"

#include <string.h>

gint64
koyomi_audit_columns_get_id (gconstpointer row)
{
  return koyomi_record_get_id (((const KoyomiProgrammeAudit *) row)->audit);
}

static KoyomiRecord *
get_audit (gconstpointer row)
{
  return ((const KoyomiProgrammeAudit *) row)->audit;
}

static char *
format_number (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_audit (row), KOYOMI_AUDIT_NUMBER));
}

static char *
format_title (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_title (get_audit (row)));
}

static char *
format_scope (gconstpointer  row,
              KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (get_audit (row), KOYOMI_AUDIT_SCOPE));
}

static char *
format_days (gconstpointer  row,
             KoyomiLanguage language)
{
  return koyomi_day_format_span (koyomi_record_get_day (get_audit (row), KOYOMI_AUDIT_FIRST_DAY),
                                 koyomi_record_get_day (get_audit (row), KOYOMI_AUDIT_LAST_DAY), language);
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  guint32 left = koyomi_record_get_day (get_audit (a), KOYOMI_AUDIT_FIRST_DAY);
  guint32 right = koyomi_record_get_day (get_audit (b), KOYOMI_AUDIT_FIRST_DAY);

  return (left > right) - (left < right);
}

static const char *
get_breach (gconstpointer row)
{
  return ((const KoyomiProgrammeAudit *) row)->breach;
}

static char *
format_lead (gconstpointer  row,
             KoyomiLanguage language)
{
  const char *lead = koyomi_record_get_text (get_audit (row), KOYOMI_AUDIT_LEAD);

  return get_breach (row) != NULL ? g_strdup_printf ("⚠ %s", lead) : g_strdup (lead);
}

/* Nobody audits what is their own. */
static const char *
get_lead_style (gconstpointer row)
{
  return get_breach (row) != NULL ? "koyomi-bad" : NULL;
}

/* Such as “12 of 20”: items that were looked at. */
static char *
format_items (gconstpointer  row,
              KoyomiLanguage language)
{
  const KoyomiProgrammeAudit *audit = row;

  if (audit->n_items == 0)
    return g_strdup ("—");

  /* Translators: how many of an audit’s items were looked at, and how many there are */
  return g_strdup_printf (koyomi_tr (language, N_("%u of %u")), audit->n_sampled, audit->n_items);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const KoyomiProgrammeAudit *left = a, *right = b;

  return (left->n_items > right->n_items) - (left->n_items < right->n_items);
}

static char *
format_status (gconstpointer  row,
               KoyomiLanguage language)
{
  return koyomi_record_format (get_audit (row), KOYOMI_AUDIT_STATUS, language);
}

static const char *
get_status_style (gconstpointer row)
{
  switch ((KoyomiAuditStatus) koyomi_record_get_int (get_audit (row), KOYOMI_AUDIT_STATUS))
    {
    case KOYOMI_AUDIT_STATUS_DONE:
      return "koyomi-good";
    case KOYOMI_AUDIT_STATUS_DOING:
      return "koyomi-doing";
    case KOYOMI_AUDIT_STATUS_PLANNED:
    case KOYOMI_AUDIT_STATUS_CANCELLED:
    default:
      return "koyomi-plain";
    }
}

/* Such as “2 open of 5”; a dash for an audit that is still to come and has found nothing. */
static char *
format_open (gconstpointer  row,
             KoyomiLanguage language)
{
  const KoyomiProgrammeAudit *audit = row;

  if (audit->n_findings == 0 && koyomi_record_get_int (audit->audit, KOYOMI_AUDIT_STATUS) != KOYOMI_AUDIT_STATUS_DONE)
    return g_strdup ("—");
  if (audit->n_open == 0)
    return g_strdup (koyomi_tr (language, N_("0 open")));

  /* Translators: of an audit’s findings */
  return g_strdup_printf (koyomi_tr (language, N_("%u open of %u")), audit->n_open, audit->n_findings);
}

static int
compare_open (gconstpointer a,
              gconstpointer b)
{
  const KoyomiProgrammeAudit *left = a, *right = b;

  return left->n_open != right->n_open ? (int) left->n_open - (int) right->n_open : (int) left->n_findings - (int) right->n_findings;
}

static const char *
get_open_style (gconstpointer row)
{
  const KoyomiProgrammeAudit *audit = row;

  if (audit->n_open > 0)
    return "koyomi-warned";

  return koyomi_record_get_int (audit->audit, KOYOMI_AUDIT_STATUS) == KOYOMI_AUDIT_STATUS_DONE ? "koyomi-good" : NULL;
}

static char *
format_calendar (gconstpointer  row,
                 KoyomiLanguage language)
{
  const KoyomiProgrammeAudit *audit = row;

  return g_strdup (audit->is_in_calendar ? koyomi_tr (language, N_("✓ Yes")) : koyomi_tr (language, N_("– No")));
}

const KoyomiDataColumn koyomi_audit_columns[] = {
  { N_("Number"), format_number, NULL, NULL, 68 },
  { N_("Audit"), format_title, NULL, NULL, 0 },
  { N_("Scope"), format_scope, NULL, NULL, 0 },
  { N_("Days"), format_days, compare_days, NULL, 190 },
  { N_("Auditor"), format_lead, NULL, get_lead_style, 136, .get_note = get_breach },
  { N_("Looked at"), format_items, compare_items, NULL, 84 },
  { N_("Findings"), format_open, compare_open, get_open_style, 112 },
  { N_("In calendar"), format_calendar, NULL, NULL, 92 },
  { N_("Status"), format_status, NULL, get_status_style, 116 },
};

const guint koyomi_n_audit_columns = G_N_ELEMENTS (koyomi_audit_columns);

static char *
format_month (gconstpointer  row,
              KoyomiLanguage language)
{
  return koyomi_month_format (koyomi_record_get_day (get_audit (row), KOYOMI_AUDIT_FIRST_DAY), language);
}

const KoyomiDataColumn koyomi_audit_short_columns[] = {
  { N_("Audit"), format_title, NULL, NULL, 0 },
  { N_("Scope"), format_scope, NULL, NULL, 0 },
  { N_("Plan"), format_month, compare_days, NULL, 96 },
  { N_("Auditor"), format_lead, NULL, get_lead_style, 132, .get_note = get_breach },
  { N_("Findings"), format_open, compare_open, get_open_style, 120 },
};

const guint koyomi_n_audit_short_columns = G_N_ELEMENTS (koyomi_audit_short_columns);

static void
free_row (gpointer data)
{
  KoyomiCoverageRow *row = data;

  for (guint i = 0; i < KOYOMI_PROGRAMME_YEARS; i++)
    g_free (row->numbers[i]);
  g_object_unref (row->control);
  g_free (row);
}

static const char *
find_number (KoyomiAuditProgramme *programme,
             gint64                audit)
{
  for (guint i = 0; i < programme->audits->len; i++)
    if (koyomi_audit_columns_get_id (g_ptr_array_index (programme->audits, i)) == audit)
      return koyomi_record_get_text (get_audit (g_ptr_array_index (programme->audits, i)), KOYOMI_AUDIT_NUMBER);

  return "";
}

/* Returns: (transfer full) (element-type KoyomiCoverageRow): clauses, then controls */
GPtrArray *
koyomi_coverage_list_rows (KoyomiAuditProgramme *programme)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  for (guint i = 0; i < programme->lines->len; i++)
    {
      const KoyomiProgrammeLine *line = g_ptr_array_index (programme->lines, i);
      KoyomiCoverageRow *row = g_new0 (KoyomiCoverageRow, 1);

      row->control = g_object_ref (line->control);
      row->is_gap = line->is_gap;
      for (guint year = 0; year < KOYOMI_PROGRAMME_YEARS; year++)
        {
          row->years[year] = line->years[year];
          row->audits[year] = line->audits[year];
          row->numbers[year] = g_strdup (find_number (programme, line->audits[year]));
        }
      g_ptr_array_add (rows, row);
    }

  return rows;
}

gint64
koyomi_coverage_row_get_id (gconstpointer row)
{
  return koyomi_record_get_id (((const KoyomiCoverageRow *) row)->control);
}

static char *
format_code (gconstpointer  row,
             KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_text (((const KoyomiCoverageRow *) row)->control, KOYOMI_CONTROL_CODE));
}

/* Clauses come before controls, 5.2 before 5.13. */
static int
compare_code (gconstpointer a,
              gconstpointer b)
{
  KoyomiRecord *left = ((const KoyomiCoverageRow *) a)->control, *right = ((const KoyomiCoverageRow *) b)->control;
  int order = (int) koyomi_record_get_int (left, KOYOMI_CONTROL_KIND) - (int) koyomi_record_get_int (right, KOYOMI_CONTROL_KIND);
  g_autofree char *first = g_utf8_collate_key_for_filename (koyomi_record_get_text (left, KOYOMI_CONTROL_CODE), -1);
  g_autofree char *second = g_utf8_collate_key_for_filename (koyomi_record_get_text (right, KOYOMI_CONTROL_CODE), -1);

  return order != 0 ? order : strcmp (first, second);
}

static char *
format_name (gconstpointer  row,
             KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_title (((const KoyomiCoverageRow *) row)->control));
}

/* Such as “✓ A-03”: glyphs tell what colours do. */
static char *
format_year (const KoyomiCoverageRow *row,
             guint                    year,
             KoyomiLanguage           language)
{
  switch (row->years[year])
    {
    case KOYOMI_COVERAGE_DONE:
      return g_strdup_printf ("✓ %s", row->numbers[year]);
    case KOYOMI_COVERAGE_PLANNED:
      return g_strdup_printf ("○ %s", row->numbers[year]);
    case KOYOMI_COVERAGE_LEFT_OUT:
      /* Translators: an audit, such as A-03, was to look at it and did not */
      return g_strdup_printf (koyomi_tr (language, N_("△ %s not sampled")), row->numbers[year]);
    case KOYOMI_COVERAGE_NONE:
    default:
      break;
    }

  if (!koyomi_control_is_applicable (row->control))
    return g_strdup (koyomi_tr (language, N_("does not apply")));

  return g_strdup (row->is_gap ? koyomi_tr (language, N_("✕ Gap")) : "—");
}

static const char *
style_year (const KoyomiCoverageRow *row,
            guint                    year)
{
  switch (row->years[year])
    {
    case KOYOMI_COVERAGE_DONE:
      return "koyomi-good";
    case KOYOMI_COVERAGE_PLANNED:
      return "koyomi-doing";
    case KOYOMI_COVERAGE_LEFT_OUT:
      return "koyomi-warned";
    case KOYOMI_COVERAGE_NONE:
    default:
      return row->is_gap ? "koyomi-bad" : NULL;
    }
}

static int
compare_year (const KoyomiCoverageRow *a,
              const KoyomiCoverageRow *b,
              guint                    year)
{
  int order = (int) a->years[year] - (int) b->years[year];

  return order != 0 ? order : (int) b->is_gap - (int) a->is_gap;
}

#define DEFINE_YEAR(year)                                                                \
  static char *format_year_##year (gconstpointer row, KoyomiLanguage language) { return format_year (row, year, language); } \
  static const char *style_year_##year (gconstpointer row) { return style_year (row, year); }                                \
  static int compare_year_##year (gconstpointer a, gconstpointer b) { return compare_year (a, b, year); }                   \
  static gboolean leads_##year (gconstpointer row) { return ((const KoyomiCoverageRow *) row)->audits[year] != 0; }

DEFINE_YEAR (0)
DEFINE_YEAR (1)
DEFINE_YEAR (2)

/* The years are named by whoever shows the table. */
const KoyomiDataColumn koyomi_coverage_columns[] = {
  { N_("Number"), format_code, compare_code, NULL, 80 },
  { N_("Clause or control"), format_name, NULL, NULL, 0 },
  { N_("Year"), format_year_0, compare_year_0, style_year_0, 164, TRUE, .leads = leads_0 },
  { N_("Year"), format_year_1, compare_year_1, style_year_1, 164, TRUE, .leads = leads_1 },
  { N_("Year"), format_year_2, compare_year_2, style_year_2, 164, TRUE, .leads = leads_2 },
};

const guint koyomi_n_coverage_columns = G_N_ELEMENTS (koyomi_coverage_columns);
