#include "koyomi-matrix-xlsx-private.h"

#include "koyomi-day.h"
#include "koyomi-matrix-heading-private.h"
#include "koyomi-matrix-quality-private.h"
#include "koyomi-xlsx-facts-private.h"

typedef struct
{
  KoyomiMatrixXlsx   *workbook;
  KoyomiMatrixReport *report;
  KoyomiLanguage      language;
  KoyomiXlsxFacts     facts;
} Writer;

static guint
count_letter (KoyomiMatrix *matrix,
              guint         letter)
{
  guint n = 0;

  for (guint row = 0; row < koyomi_matrix_get_n_rows (matrix); row++)
    for (guint column = 0; column < koyomi_matrix_get_n_columns (matrix); column++)
      n += (_koyomi_matrix_get_letters (matrix, row, column) >> letter) & 1;

  return n;
}

static void
write_letters (Writer *self)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->report->matrix);

  _koyomi_xlsx_facts_add_section (&self->facts, koyomi_tr (self->language, N_("Legend")));
  _koyomi_xlsx_facts_add_heads (&self->facts, koyomi_tr (self->language, N_("Letters")), koyomi_tr (self->language, N_("Count")),
                                koyomi_tr (self->language, N_("Meaning")));
  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet); i++)
    {
      const char *name = koyomi_alphabet_get_name (alphabet, i, self->language);
      g_autofree char *text = g_strdup_printf ("%s%s%s", koyomi_alphabet_get_letter (alphabet, i), *name != '\0' ? "  " : "", name);

      _koyomi_xlsx_facts_add_count (&self->facts, text, _koyomi_xlsx_styles_new_letter (self->workbook->styles, i, FALSE),
                                    count_letter (self->report->matrix, i), koyomi_alphabet_get_meaning (alphabet, i, self->language));
    }
}

static void
write_levels (Writer *self)
{
  _koyomi_xlsx_facts_add_section (&self->facts, koyomi_tr (self->language, N_("Levels of maturity")));
  for (guint mode = 0; mode < KOYOMI_N_EXECUTIONS; mode++)
    for (int level = KOYOMI_LEVEL_HIGHEST; level >= KOYOMI_LEVEL_NOT_DONE; level--)
      {
        g_autoptr(KoyomiRecord) assessment = koyomi_record_new (KOYOMI_TABLE_MATURITY);
        g_autofree char *execution = NULL;
        g_autofree char *name = NULL;

        koyomi_record_set_int (assessment, KOYOMI_MATURITY_MODE, mode);
        execution = koyomi_record_format (assessment, KOYOMI_MATURITY_MODE, self->language);
        name = g_strdup_printf ("%s  %d", execution, level);
        _koyomi_xlsx_facts_add_fact (&self->facts, name, koyomi_maturity_get_wording (mode, level, self->language));
      }
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("How scores and means are made")),
                               koyomi_maturity_get_method (self->language));
}

static void
write_report (Writer *self)
{
  KoyomiCalendar *facts = self->report->facts;
  g_autofree char *day = koyomi_day_format (self->report->day);
  g_autofree char *year = koyomi_fiscal_year_format (facts->year, self->language);
  g_autofree char *entry = g_strdup_printf ("%" G_GINT64_FORMAT, self->report->head->seq);
  const char *path = koyomi_session_get_path (self->report->session);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");
  KoyomiRecord *catalogue = koyomi_matrix_get_catalogue (self->report->matrix);

  _koyomi_xlsx_facts_add_section (&self->facts, koyomi_tr (self->language, N_("This report")));
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Organisation")), facts->organisation);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Classification")), facts->classification);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Plan file")), name);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Catalogue")),
                               catalogue != NULL ? koyomi_record_get_title (catalogue) : "");
  _koyomi_xlsx_facts_add_fact (&self->facts, _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_DAY, self->language), day);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Fiscal year of the load")), year);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("As of")), facts->as_of);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Language")),
                               self->language == KOYOMI_LANGUAGE_JA ? "日本語" : "English");
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Last entry of the change log")), entry);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Its hash")), facts->journal_head);
  _koyomi_xlsx_facts_add_number (&self->facts, koyomi_tr (self->language, N_("Functions shown")),
                                 koyomi_matrix_get_n_rows (self->report->matrix));
  _koyomi_xlsx_facts_add_number (&self->facts, koyomi_tr (self->language, N_("Teams shown")),
                                 koyomi_matrix_get_n_columns (self->report->matrix));
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, N_("Reading it back")),
                               koyomi_tr (self->language, N_("Only the letters of the first sheet are read back, as they are on its day. "
                                                             "People, days and notes of the cells, levels, breaches and load are not.")));
}

static void
write_doubts (Writer *self)
{
  lxw_format *text = _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_TEXT, 0);

  _koyomi_xlsx_facts_add_section (&self->facts, koyomi_tr (self->language, N_("Data quality")));
  _koyomi_xlsx_facts_add_heads (&self->facts, koyomi_tr (self->language, N_("What was looked for")), koyomi_tr (self->language, N_("Found")),
                                koyomi_tr (self->language, N_("Where")));
  for (guint doubt = 0; doubt < KOYOMI_N_MATRIX_DOUBTS; doubt++)
    {
      g_autofree char *examples = NULL;
      guint n = _koyomi_matrix_doubt_count (doubt, self->report, &examples);

      _koyomi_xlsx_facts_add_count (&self->facts, _koyomi_matrix_doubt_get_label (doubt, self->language), text, n,
                                    n > 0 ? examples : koyomi_tr (self->language, N_("None")));
    }
}

/* The letters with their numbers, the levels, where the report comes from, and what is to be asked about its data. */
gboolean
_koyomi_matrix_xlsx_write_legend (KoyomiMatrixXlsx  *workbook,
                                  GError           **error)
{
  KoyomiXlsxPage *page = &workbook->pages[KOYOMI_MATRIX_SHEET_LEGEND];
  Writer self = { .workbook = workbook, .report = workbook->report, .language = workbook->report->language };

  _koyomi_xlsx_facts_init (&self.facts, workbook->styles, page, self.language);
  write_letters (&self);
  write_levels (&self);
  write_report (&self);
  write_doubts (&self);

  return _koyomi_xlsx_page_check (page, error);
}
