#include "koyomi-issued-columns.h"

#include "koyomi-day.h"
#include "koyomi-dictionary.h"
#include "koyomi-export-format-card.h"
#include "koyomi-report-subject.h"

static gint64
get_id (gconstpointer row)
{
  return koyomi_record_get_id ((KoyomiRecord *) row);
}

static const char *
get_text (gconstpointer row,
          int           field)
{
  return koyomi_record_get_text ((KoyomiRecord *) row, field);
}

static char *
format_number (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (get_text (row, KOYOMI_REPORT_ISSUE_DOCUMENT_NUMBER));
}

static char *
format_report (gconstpointer  row,
               KoyomiLanguage language)
{
  return koyomi_report_code_format (get_text (row, KOYOMI_REPORT_ISSUE_REPORT), language);
}

static char *
format_edition (gconstpointer  row,
                KoyomiLanguage language)
{
  return g_strdup (get_text (row, KOYOMI_REPORT_ISSUE_EDITION));
}

static char *
format_period (gconstpointer  row,
               KoyomiLanguage language)
{
  g_autofree char *first = koyomi_day_format (koyomi_record_get_day ((KoyomiRecord *) row, KOYOMI_REPORT_ISSUE_FIRST_DAY));
  g_autofree char *last = koyomi_day_format (koyomi_record_get_day ((KoyomiRecord *) row, KOYOMI_REPORT_ISSUE_LAST_DAY));

  return g_strdup_printf ("%s–%s", first, last);
}

/* By its own name, as where it is chosen. */
static char *
format_language (gconstpointer  row,
                 KoyomiLanguage language)
{
  return g_strdup (koyomi_record_get_int ((KoyomiRecord *) row, KOYOMI_REPORT_ISSUE_LANGUAGE) == KOYOMI_LANGUAGE_JA ? "日本語" : "English");
}

static char *
format_format (gconstpointer  row,
               KoyomiLanguage language)
{
  const char *nick = get_text (row, KOYOMI_REPORT_ISSUE_FORMAT);
  KoyomiExportFormat format;

  return g_strdup (koyomi_export_format_from_nick (nick, &format) ? koyomi_export_format_get_name (format) : nick);
}

static char *
format_issued (gconstpointer  row,
               KoyomiLanguage language)
{
  return koyomi_time_format_local (koyomi_record_get_int ((KoyomiRecord *) row, KOYOMI_REPORT_ISSUE_ISSUED_AT));
}

static char *
format_by (gconstpointer  row,
           KoyomiLanguage language)
{
  return g_strdup (get_text (row, KOYOMI_REPORT_ISSUE_ISSUED_BY));
}

static char *
format_sha256 (gconstpointer  row,
               KoyomiLanguage language)
{
  return g_strdup (get_text (row, KOYOMI_REPORT_ISSUE_SHA256));
}

static const KoyomiDataColumn columns[] = {
  { N_("Number"), format_number, NULL, NULL, 104 },
  { N_("Name of the report"), format_report, NULL, NULL, 0 },
  { N_("Edition"), format_edition, NULL, NULL, 56 },
  { N_("Period"), format_period, NULL, NULL, 172 },
  { N_("Language"), format_language, NULL, NULL, 80 },
  { N_("Format"), format_format, NULL, NULL, 60 },
  { N_("Issued"), format_issued, NULL, NULL, 132 },
  { N_("Issued by"), format_by, NULL, NULL, 84 },
  { N_("SHA-256"), format_sha256, NULL, NULL, 104 },
};

/* The rows of the table are KoyomiRecords of the table report_issue. */
GtkWidget *
koyomi_issued_columns_create_table (KoyomiLanguage language)
{
  return koyomi_data_table_new (koyomi_tr (language, N_("Issued reports")), language, columns, G_N_ELEMENTS (columns), get_id);
}

/* Returns: which one it is, in a line */
char *
koyomi_issued_columns_describe (KoyomiRecord   *issue,
                                KoyomiLanguage  language)
{
  g_autofree char *report = format_report (issue, language);
  g_autofree char *period = format_period (issue, language);
  g_autofree char *issued = format_issued (issue, language);
  const char *edition = get_text (issue, KOYOMI_REPORT_ISSUE_EDITION);
  /* Translators: the edition of a report, such as “2” */
  g_autofree char *told = g_strdup_printf (koyomi_tr (language, N_("edition %s")), edition);

  /* Translators: when a report was issued, and by whom */
  g_autofree char *when = g_strdup_printf (koyomi_tr (language, N_("issued %1$s by %2$s")), issued, get_text (issue, KOYOMI_REPORT_ISSUE_ISSUED_BY));

  return *edition != '\0' ? g_strjoin (" · ", report, told, period, when, NULL) : g_strjoin (" · ", report, period, when, NULL);
}
