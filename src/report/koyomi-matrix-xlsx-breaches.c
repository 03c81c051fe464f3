#include "koyomi-matrix-xlsx-private.h"

#include "koyomi-breach.h"
#include "koyomi-cell-text-private.h"

#define LEAST_HEIGHT 18
#define MOST_HEIGHT 400

enum
{
  COLUMN_SEVERITY,
  COLUMN_RULE,
  COLUMN_NAME,
  COLUMN_SENTENCE,
  COLUMN_STATE,
  COLUMN_UNTIL,
  COLUMN_REASON,
  COLUMN_DECIDED_BY,
  COLUMN_DECIDED_DAY,
  COLUMN_DEMAND,
  N_COLUMNS,
};

static const double widths[N_COLUMNS] = { 12, 18, 26, 70, 12, 13, 40, 20, 13, 50 };

typedef struct
{
  KoyomiMatrixXlsx *workbook;
  KoyomiXlsxPage   *page;
  KoyomiLanguage    language;
  lxw_row_t         row;
  double            height;     /* that it must have */
} Writer;

static lxw_format *
get_style (Writer          *self,
           KoyomiXlsxStyle  style)
{
  return _koyomi_xlsx_styles_get (self->workbook->styles, style, 0);
}

static void
set_text (Writer     *self,
          lxw_col_t   column,
          const char *text)
{
  _koyomi_xlsx_page_set_text (self->page, self->row, column, text, get_style (self, KOYOMI_XLSX_STYLE_TEXT));
  self->height = MAX (self->height, _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_TEXT),
                                                                  widths[column], self->language));
}

static void
set_day (Writer       *self,
         lxw_col_t     column,
         KoyomiBreach *breach,
         int           field)
{
  guint32 day = breach->waiver != NULL ? koyomi_record_get_day (breach->waiver, field) : 0;

  _koyomi_xlsx_page_set_day (self->page, self->row, column, day, get_style (self, KOYOMI_XLSX_STYLE_DAY));
}

static const char *
get_state (KoyomiBreach   *breach,
           KoyomiLanguage  language)
{
  if (breach->is_waived)
    return koyomi_tr (language, N_("Accepted"));

  /* Translators: a breach of a rule that was accepted until a day that has passed */
  return breach->waiver != NULL ? koyomi_tr (language, N_("No longer accepted")) : koyomi_trc (language, "breach", "Open");
}

static void
write_breach (Writer       *self,
              KoyomiBreach *breach)
{
  g_autofree char *demand = koyomi_rule_format_demand (breach->rule, koyomi_session_get_a_limit (self->workbook->report->session),
                                                       self->language);

  self->height = LEAST_HEIGHT;
  set_text (self, COLUMN_SEVERITY, koyomi_rule_severity_get_label (koyomi_rule_get_severity (breach->rule), self->language));
  set_text (self, COLUMN_RULE, koyomi_rule_get_nick (breach->rule));
  set_text (self, COLUMN_NAME, koyomi_rule_get_name (breach->rule, self->language));
  set_text (self, COLUMN_SENTENCE, breach->sentence);
  set_text (self, COLUMN_STATE, get_state (breach, self->language));
  set_day (self, COLUMN_UNTIL, breach, KOYOMI_WAIVER_UNTIL_DAY);
  set_text (self, COLUMN_REASON, breach->waiver != NULL ? koyomi_record_get_text (breach->waiver, KOYOMI_WAIVER_REASON) : "");
  set_text (self, COLUMN_DECIDED_BY, breach->waiver != NULL ? koyomi_record_get_text (breach->waiver, KOYOMI_WAIVER_DECIDED_BY) : "");
  set_day (self, COLUMN_DECIDED_DAY, breach, KOYOMI_WAIVER_DECIDED_DAY);
  set_text (self, COLUMN_DEMAND, demand);
  _koyomi_xlsx_page_set_height (self->page, self->row, MIN (self->height, MOST_HEIGHT));
  self->row++;
}

static void
write_heads (Writer *self)
{
  const char * const heads[N_COLUMNS] = {
    [COLUMN_SEVERITY] = koyomi_tr (self->language, N_("Severity")),
    [COLUMN_RULE] = koyomi_tr (self->language, N_("Rule")),
    [COLUMN_NAME] = koyomi_tr (self->language, N_("Name of the rule")),
    [COLUMN_SENTENCE] = koyomi_tr (self->language, N_("What is not so")),
    [COLUMN_STATE] = koyomi_tr (self->language, N_("State")),
    [COLUMN_UNTIL] = koyomi_tr (self->language, N_("Accepted until")),
    [COLUMN_REASON] = koyomi_tr (self->language, N_("Why it is accepted")),
    [COLUMN_DECIDED_BY] = koyomi_tr (self->language, N_("Decided by")),
    [COLUMN_DECIDED_DAY] = koyomi_tr (self->language, N_("Decided on")),
    [COLUMN_DEMAND] = koyomi_tr (self->language, N_("What the rule wants")),
  };

  _koyomi_xlsx_page_set_height (self->page, self->row, LEAST_HEIGHT);
  for (guint i = 0; i < N_COLUMNS; i++)
    _koyomi_xlsx_page_set_text (self->page, self->row, i, heads[i], get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  worksheet_repeat_rows (self->page->sheet, self->row, self->row);
  worksheet_freeze_panes (self->page->sheet, self->row + 1, 0);
  self->row++;
}

static void
add_severity_rule (Writer             *self,
                   lxw_row_t           first_row,
                   KoyomiRuleSeverity  severity,
                   KoyomiHeat          heat)
{
  g_autofree char *label = g_strdup_printf ("\"%s\"", koyomi_rule_severity_get_label (severity, self->language));
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_CELL,
    .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
    .value_string = label,
    .format = _koyomi_xlsx_styles_new_heat (self->workbook->styles, heat, NULL),
  };

  worksheet_conditional_format_range (self->page->sheet, first_row, COLUMN_SEVERITY, self->row - 1, COLUMN_SEVERITY, &rule);
}

/* What is not as the rules want it, also what somebody accepts for a while. */
gboolean
_koyomi_matrix_xlsx_write_breaches (KoyomiMatrixXlsx  *workbook,
                                    GError           **error)
{
  Writer self = {
    workbook, &workbook->pages[KOYOMI_MATRIX_SHEET_BREACHES], workbook->report->language, KOYOMI_MATRIX_ROW_BODY,
  };
  g_autofree char *title = _koyomi_matrix_report_dup_title (workbook->report);
  GPtrArray *breaches = workbook->report->breaches;
  lxw_row_t first_row;

  for (guint i = 0; i < N_COLUMNS; i++)
    worksheet_set_column (self.page->sheet, i, i, widths[i], NULL);
  _koyomi_matrix_xlsx_write_title (workbook, self.page, title, N_COLUMNS - 1, N_COLUMNS - 1, 0);
  _koyomi_matrix_xlsx_write_day (workbook, self.page);
  write_heads (&self);
  first_row = self.row;
  for (guint i = 0; i < breaches->len; i++)
    write_breach (&self, g_ptr_array_index (breaches, i));

  if (breaches->len == 0)
    _koyomi_xlsx_page_set_span (self.page, self.row, 0, N_COLUMNS - 1, koyomi_tr (self.language, N_("Everything is as the rules want it.")),
                                get_style (&self, KOYOMI_XLSX_STYLE_EMPTY));
  else
    {
      worksheet_autofilter (self.page->sheet, first_row - 1, 0, self.row - 1, N_COLUMNS - 1);
      add_severity_rule (&self, first_row, KOYOMI_RULE_SEVERITY_HIGH, KOYOMI_HEAT_OVER);
      add_severity_rule (&self, first_row, KOYOMI_RULE_SEVERITY_MEDIUM, KOYOMI_HEAT_MEDIUM);
    }

  return _koyomi_xlsx_page_check (self.page, error);
}
