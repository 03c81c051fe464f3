#include "koyomi-matrix-xlsx-private.h"

#include "koyomi-breach.h"
#include "koyomi-cell-text-private.h"
#include "koyomi-matrix-heading-private.h"

#include <string.h>

#define CODE_WIDTH 9
#define TEAM_WIDTH 10.5
#define COUNT_WIDTH 5
#define LEVEL_WIDTH 8
#define REMARK_WIDTH 34
#define LEAST_HEIGHT 19
#define BAND_HEIGHT 20
#define KINDS_HEIGHT 28
#define MOST_HEIGHT 400

/* How many columns a letter of the legend takes. */
#define LEGEND_SPAN 3

/* What Excel takes in a list of choices, with commas. */
#define MOST_LIST 240

/* What stands behind the teams. */
enum
{
  TAIL_N_R,
  TAIL_N_A,
  TAIL_AS_IS,
  TAIL_TO_BE,
  TAIL_GAP,
  TAIL_REMARK,
  N_TAILS,
};

typedef struct
{
  KoyomiMatrixXlsx *workbook;
  KoyomiXlsxPage   *page;
  KoyomiMatrix     *matrix;
  KoyomiLanguage    language;
  guint             n_teams;
  lxw_col_t         tail;       /* the first column behind the teams */
  lxw_row_t         row;        /* that is written next */
  GArray           *retired;    /* (element-type lxw_row_t): rows of functions that are no longer in use, whose letters do not count */
} Writer;

static lxw_format *
get_style (Writer          *self,
           KoyomiXlsxStyle  style)
{
  return _koyomi_xlsx_styles_get (self->workbook->styles, style, 0);
}

static double
get_function_width (Writer *self)
{
  return self->language == KOYOMI_LANGUAGE_JA ? 32 : 40;
}

static void
set_columns (Writer *self)
{
  lxw_worksheet *sheet = self->page->sheet;

  worksheet_set_column (sheet, KOYOMI_MATRIX_COLUMN_CODE, KOYOMI_MATRIX_COLUMN_CODE, CODE_WIDTH, NULL);
  worksheet_set_column (sheet, KOYOMI_MATRIX_COLUMN_FUNCTION, KOYOMI_MATRIX_COLUMN_FUNCTION, get_function_width (self), NULL);
  if (self->n_teams > 0)
    worksheet_set_column (sheet, KOYOMI_MATRIX_COLUMN_TEAM, self->tail - 1, TEAM_WIDTH, NULL);
  worksheet_set_column (sheet, self->tail + TAIL_N_R, self->tail + TAIL_N_A, COUNT_WIDTH, NULL);
  worksheet_set_column (sheet, self->tail + TAIL_AS_IS, self->tail + TAIL_GAP, LEVEL_WIDTH, NULL);
  worksheet_set_column (sheet, self->tail + TAIL_REMARK, self->tail + TAIL_REMARK, REMARK_WIDTH, NULL);
}

/* A letter as a cell with it looks, and what it means beside it. */
static void
write_legend (Writer *self)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->matrix);

  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet); i++)
    {
      lxw_col_t column = KOYOMI_MATRIX_COLUMN_TEAM + i * LEGEND_SPAN;

      _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_DAY, column, koyomi_alphabet_get_letter (alphabet, i),
                                  _koyomi_xlsx_styles_new_letter (self->workbook->styles, i, FALSE));
      _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_DAY, column + 1, koyomi_alphabet_get_name (alphabet, i, self->language),
                                  get_style (self, KOYOMI_XLSX_STYLE_REMARK));
    }
}

static void
write_kinds (Writer *self)
{
  _koyomi_xlsx_page_set_height (self->page, KOYOMI_MATRIX_ROW_KINDS, KINDS_HEIGHT);
  for (guint i = 0; i < self->n_teams; i++)
    {
      g_autofree char *kind = koyomi_record_format (koyomi_matrix_get_column (self->matrix, i)->team, KOYOMI_TEAM_KIND, self->language);

      _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_KINDS, KOYOMI_MATRIX_COLUMN_TEAM + i,
                                  koyomi_matrix_get_column (self->matrix, i)->is_active ? kind
                                                                                        : koyomi_tr (self->language, N_("No longer active")),
                                  get_style (self, KOYOMI_XLSX_STYLE_CENTRED));
    }
}

static void
write_tail_heads (Writer *self)
{
  const char * const heads[N_TAILS] = {
    [TAIL_N_R] = "R",
    [TAIL_N_A] = "A",
    [TAIL_AS_IS] = _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_AS_IS, self->language),
    [TAIL_TO_BE] = _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_TO_BE, self->language),
    [TAIL_GAP] = _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_GAP, self->language),
    [TAIL_REMARK] = _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_BREACHES, self->language),
  };

  for (guint i = 0; i < N_TAILS; i++)
    _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_HEADS, self->tail + i, heads[i],
                                get_style (self, KOYOMI_XLSX_STYLE_HEAD));
}

/* Returns: (transfer full) (element-type utf8) */
static GPtrArray *
label_teams (Writer *self)
{
  g_autoptr(GPtrArray) teams = g_ptr_array_new ();

  for (guint i = 0; i < self->n_teams; i++)
    g_ptr_array_add (teams, koyomi_matrix_get_column (self->matrix, i)->team);

  return _koyomi_matrix_label_teams (teams);
}

static void
write_heads (Writer *self)
{
  g_autoptr(GPtrArray) labels = label_teams (self);
  double height = LEAST_HEIGHT;

  for (guint i = 0; i < labels->len; i++)
    height = MAX (height, _koyomi_cell_text_get_height (g_ptr_array_index (labels, i), _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_HEAD),
                                                        TEAM_WIDTH, self->language));

  _koyomi_xlsx_page_set_height (self->page, KOYOMI_MATRIX_ROW_HEADS, MIN (height, MOST_HEIGHT));
  _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_HEADS, KOYOMI_MATRIX_COLUMN_CODE,
                              _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_CODE, self->language),
                              get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_HEADS, KOYOMI_MATRIX_COLUMN_FUNCTION,
                              _koyomi_matrix_heading_get_label (KOYOMI_MATRIX_HEADING_FUNCTION, self->language),
                              get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  for (guint i = 0; i < labels->len; i++)
    _koyomi_xlsx_page_set_text (self->page, KOYOMI_MATRIX_ROW_HEADS, KOYOMI_MATRIX_COLUMN_TEAM + i, g_ptr_array_index (labels, i),
                                get_style (self, KOYOMI_XLSX_STYLE_HEAD));
  write_tail_heads (self);
}

static void
write_band (Writer       *self,
            KoyomiRecord *group)
{
  const char *code = koyomi_record_get_text (group, KOYOMI_GROUP_CODE);
  g_autofree char *name = g_strjoin (*code != '\0' ? "  " : "", code, koyomi_record_get_title (group), NULL);

  _koyomi_xlsx_page_set_height (self->page, self->row, BAND_HEIGHT);
  _koyomi_xlsx_page_set_span (self->page, self->row, 0, self->tail + N_TAILS - 1, name, get_style (self, KOYOMI_XLSX_STYLE_BAND));
  self->row++;
}

/* Counts how often a letter stands in a line of the sheet. */
static void
write_count (Writer          *self,
             lxw_col_t        column,
             const char      *letter,
             lxw_row_t        first_row,
             lxw_col_t        first_column,
             lxw_row_t        last_row,
             lxw_col_t        last_column,
             guint            number,
             KoyomiXlsxStyle  style)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_range (range, first_row, first_column, last_row, last_column);
  formula = g_strdup_printf ("=COUNTIF(%s,\"*%s*\")", range, letter);
  _koyomi_xlsx_page_set_formula (self->page, self->row, column, formula, number, get_style (self, style));
}

/* Counts how often a letter stands in a column of functions in use. */
static void
write_total (Writer     *self,
             lxw_col_t   column,
             const char *letter,
             lxw_row_t   last_row,
             guint       number)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  GString *formula = g_string_new (NULL);

  lxw_rowcol_to_range (range, KOYOMI_MATRIX_ROW_FUNCTIONS, column, last_row, column);
  g_string_append_printf (formula, "=COUNTIF(%s,\"*%s*\")", range, letter);
  for (guint i = 0; i < self->retired->len; i++)
    {
      char cell[LXW_MAX_CELL_NAME_LENGTH];

      lxw_rowcol_to_cell (cell, g_array_index (self->retired, lxw_row_t, i), column);
      g_string_append_printf (formula, "-COUNTIF(%s,\"*%s*\")", cell, letter);
    }
  _koyomi_xlsx_page_set_formula (self->page, self->row, column, formula->str, number, get_style (self, KOYOMI_XLSX_STYLE_TOTAL));
  g_string_free (formula, TRUE);
}

static void
write_level (Writer    *self,
             lxw_col_t  column,
             int        level,
             gboolean   is_known)
{
  if (is_known)
    _koyomi_xlsx_page_set_number (self->page, self->row, column, level, get_style (self, KOYOMI_XLSX_STYLE_LEVEL));
  else
    _koyomi_xlsx_page_set_text (self->page, self->row, column, "?", get_style (self, KOYOMI_XLSX_STYLE_LEVEL));
}

/* Returns: (transfer full): the rules that the function breaks and nobody has accepted; "" for none */
static char *
list_breaches (Writer *self,
               gint64  function)
{
  GPtrArray *breaches = self->workbook->report->breaches;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < breaches->len; i++)
    {
      KoyomiBreach *breach = g_ptr_array_index (breaches, i);

      /* That is said of a team, on the sheet of breaches. */
      if (breach->is_waived || breach->rule == KOYOMI_RULE_TOO_MANY_A)
        continue;

      for (guint j = 0; j < breach->function_ids->len; j++)
        if (g_array_index (breach->function_ids, gint64, j) == function)
          g_string_append_printf (text, "%s%s", text->len > 0 ? self->language == KOYOMI_LANGUAGE_JA ? "、" : ", " : "",
                                  koyomi_rule_get_name (breach->rule, self->language));
    }

  return g_string_free (text, FALSE);
}

static void
write_tail (Writer                *self,
            const KoyomiMatrixRow *row,
            const char            *breaches)
{
  const KoyomiMaturityRow *maturity = _koyomi_matrix_report_find_maturity (self->workbook->report, row->function);
  KoyomiMaturityScore score = maturity != NULL ? maturity->score : (KoyomiMaturityScore) { 0 };
  lxw_col_t last = self->n_teams > 0 ? self->tail - 1 : KOYOMI_MATRIX_COLUMN_TEAM;

  write_count (self, self->tail + TAIL_N_R, "R", self->row, KOYOMI_MATRIX_COLUMN_TEAM, self->row, last, row->n_responsible,
               KOYOMI_XLSX_STYLE_LEVEL);
  write_count (self, self->tail + TAIL_N_A, "A", self->row, KOYOMI_MATRIX_COLUMN_TEAM, self->row, last, row->n_accountable,
               KOYOMI_XLSX_STYLE_LEVEL);
  write_level (self, self->tail + TAIL_AS_IS, score.as_is, score.is_known);
  write_level (self, self->tail + TAIL_TO_BE, score.to_be, score.has_goal);
  write_level (self, self->tail + TAIL_GAP, score.gap, score.is_known || score.has_goal);
  _koyomi_xlsx_page_set_text (self->page, self->row, self->tail + TAIL_REMARK, breaches, get_style (self, KOYOMI_XLSX_STYLE_NAME));
}

static void
write_cell (Writer *self,
            guint   row,
            guint   column)
{
  const KoyomiMatrixCell *cell = koyomi_matrix_get_cell (self->matrix, row, column);
  g_autofree char *letters = koyomi_alphabet_format (koyomi_matrix_get_alphabet (self->matrix),
                                                     cell != NULL ? cell->letters : KOYOMI_LETTERS_NONE);
  g_autofree char *remarks = cell != NULL ? _koyomi_matrix_report_dup_remarks (self->workbook->report, cell) : g_strdup ("");

  _koyomi_xlsx_page_set_text (self->page, self->row, KOYOMI_MATRIX_COLUMN_TEAM + column, letters,
                              get_style (self, KOYOMI_XLSX_STYLE_LETTERS));
  if (*remarks != '\0')
    _koyomi_xlsx_page_set_comment (self->page, self->row, KOYOMI_MATRIX_COLUMN_TEAM + column, remarks);
}

static void
write_function (Writer *self,
                guint   index)
{
  const KoyomiMatrixRow *row = koyomi_matrix_get_row (self->matrix, index);
  const char *name = koyomi_record_get_title (row->function);
  g_autofree char *breaches = list_breaches (self, koyomi_record_get_id (row->function));
  double height = MAX (_koyomi_cell_text_get_height (name, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_NAME),
                                                     get_function_width (self), self->language),
                       _koyomi_cell_text_get_height (breaches, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_NAME), REMARK_WIDTH,
                                                     self->language));

  /* The functions of a group fold into its band. */
  worksheet_set_row_opt (self->page->sheet, self->row, CLAMP (height, LEAST_HEIGHT, MOST_HEIGHT), NULL,
                         &(lxw_row_col_options) { .level = 1 });
  _koyomi_xlsx_page_set_text (self->page, self->row, KOYOMI_MATRIX_COLUMN_CODE, koyomi_record_get_text (row->function, KOYOMI_FUNCTION_CODE),
                              get_style (self, KOYOMI_XLSX_STYLE_NAME));
  _koyomi_xlsx_page_set_text (self->page, self->row, KOYOMI_MATRIX_COLUMN_FUNCTION, name, get_style (self, KOYOMI_XLSX_STYLE_NAME));
  for (guint i = 0; i < self->n_teams; i++)
    write_cell (self, index, i);
  write_tail (self, row, breaches);
  if (koyomi_record_get_int (row->function, KOYOMI_FUNCTION_RETIRED))
    g_array_append_val (self->retired, self->row);
  self->row++;
}

static void
write_functions (Writer *self)
{
  for (guint i = 0; i < koyomi_matrix_get_n_rows (self->matrix); i++)
    {
      const KoyomiMatrixRow *row = koyomi_matrix_get_row (self->matrix, i);

      if (row->begins_group)
        write_band (self, row->group);
      write_function (self, i);
    }
}

static void
write_foot_line (Writer              *self,
                 KoyomiMatrixHeading  heading,
                 const char          *letter)
{
  lxw_row_t last = self->row - (heading == KOYOMI_MATRIX_HEADING_N_R ? 1 : 2);

  _koyomi_xlsx_page_set_height (self->page, self->row, LEAST_HEIGHT);
  _koyomi_xlsx_page_set_span (self->page, self->row, 0, 1, _koyomi_matrix_heading_get_label (heading, self->language),
                              get_style (self, KOYOMI_XLSX_STYLE_TOTAL));
  for (guint i = 0; i < self->n_teams; i++)
    {
      const KoyomiMatrixColumn *column = koyomi_matrix_get_column (self->matrix, i);

      write_total (self, KOYOMI_MATRIX_COLUMN_TEAM + i, letter, last,
                   *letter == 'R' ? column->n_responsible : column->n_accountable);
    }
  self->row++;
}

/* Whether a conditional rule can look for it: some characters mean something else there. */
static gboolean
is_plain (const char *letter)
{
  return strpbrk (letter, "\"*?~") == NULL;
}

/* The letter that decides comes first and ends the search. */
static void
add_letter_rules (Writer    *self,
                  lxw_row_t  last_row)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->matrix);

  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet); i++)
    {
      guint letter = _koyomi_xlsx_styles_rank_letter (i);
      lxw_conditional_format rule = {
        .type = LXW_CONDITIONAL_TYPE_TEXT,
        .criteria = LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING,
        .value_string = (char *) koyomi_alphabet_get_letter (alphabet, letter),
        .stop_if_true = LXW_TRUE,
      };

      if (!is_plain (rule.value_string))
        continue;

      rule.format = _koyomi_xlsx_styles_new_letter (self->workbook->styles, letter, TRUE);
      worksheet_conditional_format_range (self->page->sheet, KOYOMI_MATRIX_ROW_FUNCTIONS, KOYOMI_MATRIX_COLUMN_TEAM, last_row,
                                          self->tail - 1, &rule);
    }
}

static void
add_count_rule (Writer    *self,
                lxw_row_t  last_row,
                guint      tail,
                guint8     criteria,
                double     value)
{
  lxw_conditional_format rule = {
    .type = LXW_CONDITIONAL_TYPE_CELL,
    .criteria = criteria,
    .value = value,
    .format = _koyomi_xlsx_styles_new_heat (self->workbook->styles, KOYOMI_HEAT_OVER, "0\" ▲\""),
  };

  /* What of a band lies here is hidden by what it is merged with. */
  worksheet_conditional_format_range (self->page->sheet, KOYOMI_MATRIX_ROW_FUNCTIONS, self->tail + tail, last_row, self->tail + tail,
                                      &rule);
}

static void
add_choice (GPtrArray  *choices,
            const char *text,
            gsize      *length)
{
  for (guint i = 0; i < choices->len; i++)
    if (strcmp (g_ptr_array_index (choices, i), text) == 0)
      return;

  if (*text == '\0' || strchr (text, ',') != NULL || strchr (text, '"') != NULL || *length + strlen (text) + 1 > MOST_LIST)
    return;

  *length += strlen (text) + 1;
  g_ptr_array_add (choices, g_strdup (text));
}

/* Returns: (transfer full) (element-type utf8): the letters, RA, and the sets that the matrix has; ends with NULL */
static GPtrArray *
list_choices (Writer *self)
{
  KoyomiAlphabet *alphabet = koyomi_matrix_get_alphabet (self->matrix);
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);
  gsize length = 0;

  for (guint i = 0; i < koyomi_alphabet_get_n_letters (alphabet); i++)
    add_choice (choices, koyomi_alphabet_get_letter (alphabet, i), &length);
  add_choice (choices, "RA", &length);

  for (guint row = 0; row < koyomi_matrix_get_n_rows (self->matrix); row++)
    for (guint column = 0; column < self->n_teams; column++)
      {
        g_autofree char *text = koyomi_alphabet_format (alphabet, _koyomi_matrix_get_letters (self->matrix, row, column));

        add_choice (choices, text, &length);
      }
  g_ptr_array_add (choices, NULL);

  return choices;
}

/* Sets that nobody has used yet can be typed: they are asked about, not refused. */
static void
add_choices (Writer    *self,
             lxw_row_t  last_row)
{
  g_autoptr(GPtrArray) choices = list_choices (self);
  g_autofree char *title = g_strdup (koyomi_tr (self->language, N_("Other letters")));
  g_autofree char *message = g_strdup (koyomi_tr (self->language, N_("Letters of the legend can stand together, such as RC. Keep this?")));
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .ignore_blank = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
    .error_title = title,
    .error_message = message,
    .value_list = (char **) choices->pdata,
  };

  worksheet_data_validation_range (self->page->sheet, KOYOMI_MATRIX_ROW_FUNCTIONS, KOYOMI_MATRIX_COLUMN_TEAM, last_row, self->tail - 1,
                                   &validation);
}

static void
add_rules (Writer    *self,
           lxw_row_t  last_row)
{
  add_count_rule (self, last_row, TAIL_N_R, LXW_CONDITIONAL_CRITERIA_EQUAL_TO, 0);
  add_count_rule (self, last_row, TAIL_N_A, LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO, 1);
  if (self->n_teams == 0)
    return;

  add_letter_rules (self, last_row);
  add_choices (self, last_row);
}

static void
set_up (Writer *self)
{
  lxw_worksheet *sheet = self->page->sheet;

  worksheet_freeze_panes (sheet, KOYOMI_MATRIX_ROW_FUNCTIONS, KOYOMI_MATRIX_COLUMN_TEAM);
  worksheet_repeat_rows (sheet, KOYOMI_MATRIX_ROW_KINDS, KOYOMI_MATRIX_ROW_HEADS);
  worksheet_repeat_columns (sheet, KOYOMI_MATRIX_COLUMN_CODE, KOYOMI_MATRIX_COLUMN_FUNCTION);
  worksheet_outline_settings (sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
  worksheet_set_zoom (sheet, 90);
  set_columns (self);
}

/* The functions of the catalogue by group against the teams. */
gboolean
_koyomi_matrix_xlsx_write_sheet (KoyomiMatrixXlsx  *workbook,
                                 GError           **error)
{
  KoyomiMatrix *matrix = workbook->report->matrix;
  guint n_teams = koyomi_matrix_get_n_columns (matrix);
  g_autofree char *title = _koyomi_matrix_report_dup_title (workbook->report);
  Writer self = {
    workbook, &workbook->pages[KOYOMI_MATRIX_SHEET_MATRIX], matrix, workbook->report->language, n_teams,
    KOYOMI_MATRIX_COLUMN_TEAM + n_teams, KOYOMI_MATRIX_ROW_FUNCTIONS,
  };
  g_autoptr(GArray) retired = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  lxw_row_t last_row;

  self.retired = retired;
  set_up (&self);
  _koyomi_matrix_xlsx_write_title (workbook, self.page, title, self.tail + TAIL_REMARK, self.tail + TAIL_REMARK, self.tail + TAIL_AS_IS);
  _koyomi_matrix_xlsx_write_day (workbook, self.page);
  write_legend (&self);
  write_kinds (&self);
  write_heads (&self);
  write_functions (&self);
  last_row = self.row - 1;
  if (koyomi_matrix_get_n_rows (matrix) > 0)
    {
      write_foot_line (&self, KOYOMI_MATRIX_HEADING_N_R, "R");
      write_foot_line (&self, KOYOMI_MATRIX_HEADING_N_A, "A");
      add_rules (&self, last_row);
    }

  return _koyomi_xlsx_page_check (self.page, error);
}
