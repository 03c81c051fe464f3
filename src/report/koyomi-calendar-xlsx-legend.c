#include "koyomi-calendar-xlsx-private.h"

#include "koyomi-cell-text-private.h"
#include "koyomi-entry.h"

enum
{
  COLUMN_NAME,
  COLUMN_VALUE,
  COLUMN_MEANING,
};

#define NAME_WIDTH 50
#define VALUE_WIDTH 14
#define MEANING_WIDTH 92
#define LEAST_HEIGHT 18
#define SECTION_HEIGHT 28

static const char * const meanings[KOYOMI_N_STATES] = {
  [KOYOMI_STATE_PLANNED] = N_("Not begun, and not due within fourteen days"),
  [KOYOMI_STATE_DUE_SOON] = N_("Not begun, and due within the next fourteen days"),
  [KOYOMI_STATE_DOING] = N_("Begun, and its last day has not passed"),
  [KOYOMI_STATE_LATE] = N_("Not done, and its last day has passed"),
  [KOYOMI_STATE_DONE] = N_("Done by its last day"),
  [KOYOMI_STATE_DONE_LATE] = N_("Done after its last day"),
  [KOYOMI_STATE_SKIPPED] = N_("Left out on purpose, with a reason"),
  [KOYOMI_STATE_MISSED] = N_("Not carried out, with a reason"),
};

typedef struct
{
  KoyomiCalendarXlsx *workbook;
  KoyomiXlsxPage     *page;
  KoyomiLanguage      language;
  lxw_row_t           row;
} Writer;

static void
write_section (Writer     *self,
               const char *title)
{
  if (self->row > 0)
    self->row++;
  _koyomi_xlsx_page_set_height (self->page, self->row, SECTION_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, title,
                              _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_SECTION, 0));
  self->row++;
}

static void
write_heads (Writer     *self,
             const char *name,
             const char *value,
             const char *meaning)
{
  lxw_format *head = _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_HEAD, 0);

  _koyomi_xlsx_page_set_height (self->page, self->row, LEAST_HEIGHT);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, name, head);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_VALUE, value, head);
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_MEANING, meaning, head);
  self->row++;
}

/* A name and a text beside it, over two columns. */
static void
write_fact (Writer     *self,
            const char *name,
            const char *text)
{
  double height = _koyomi_cell_text_get_height (text, _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_TEXT),
                                                VALUE_WIDTH + MEANING_WIDTH, self->language);

  _koyomi_xlsx_page_set_height (self->page, self->row, CLAMP (height, LEAST_HEIGHT, 400));
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, name,
                              _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_TEXT, 0));
  _koyomi_xlsx_page_set_span (self->page, self->row, COLUMN_VALUE, COLUMN_MEANING, text,
                              _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_TEXT, 0));
  self->row++;
}

static void
write_number (Writer     *self,
              const char *name,
              guint64     number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);

  write_fact (self, name, text);
}

/* A name, a number and what it is about. */
static void
write_count (Writer     *self,
             const char *name,
             lxw_format *name_format,
             guint       count,
             const char *meaning)
{
  KoyomiXlsxStyles *styles = self->workbook->styles;
  double size = _koyomi_xlsx_style_get_size (KOYOMI_XLSX_STYLE_TEXT);
  double height = MAX (_koyomi_cell_text_get_height (name, size, NAME_WIDTH, self->language),
                       _koyomi_cell_text_get_height (meaning, size, MEANING_WIDTH, self->language));

  _koyomi_xlsx_page_set_height (self->page, self->row, CLAMP (height, LEAST_HEIGHT, 400));
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_NAME, name, name_format);
  _koyomi_xlsx_page_set_number (self->page, self->row, COLUMN_VALUE, count,
                                _koyomi_xlsx_styles_get (styles, KOYOMI_XLSX_STYLE_NUMBER, 0));
  _koyomi_xlsx_page_set_text (self->page, self->row, COLUMN_MEANING, meaning,
                              _koyomi_xlsx_styles_get (styles, KOYOMI_XLSX_STYLE_TEXT, 0));
  self->row++;
}

static void
write_states (Writer *self)
{
  KoyomiCalendarXlsx *workbook = self->workbook;

  write_section (self, koyomi_tr (self->language, "Legend"));
  write_heads (self, koyomi_tr (self->language, "State today"), koyomi_tr (self->language, "Count"),
               koyomi_tr (self->language, "Meaning"));
  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", koyomi_state_get_glyph (state),
                                               koyomi_state_get_label (state, self->language));

      write_count (self, name, _koyomi_xlsx_styles_get_state (workbook->styles, state, 0),
                   _koyomi_quality_count_state (workbook->quality, state), koyomi_tr (self->language, meanings[state]));
    }

  write_fact (self, "◆ ◇", koyomi_tr (self->language, "A meeting or a milestone: ◆ held or done, ◇ still to come; with its month and day"));
  write_fact (self, "⇒", koyomi_tr (self->language, "Where a run stood before it was moved to other months"));
}

static gboolean
write_plan (Writer  *self,
            GError **error)
{
  KoyomiCalendar *calendar = self->workbook->calendar;
  g_autofree char *year = koyomi_fiscal_year_format (calendar->year, self->language);
  g_autofree char *entry = g_strdup_printf ("%" G_GINT64_FORMAT, self->workbook->head->seq);
  const char *path = koyomi_session_get_path (self->workbook->session);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");
  gint64 n_activities = koyomi_session_count (self->workbook->session, KOYOMI_TABLE_ACTIVITY, error);

  if (n_activities < 0)
    return FALSE;

  write_section (self, koyomi_tr (self->language, "This report"));
  write_fact (self, koyomi_tr (self->language, "Organisation"), calendar->organisation);
  write_fact (self, koyomi_tr (self->language, "Classification"), calendar->classification);
  write_fact (self, koyomi_tr (self->language, "Plan file"), name);
  write_fact (self, koyomi_tr (self->language, "Fiscal year"), year);
  write_fact (self, koyomi_tr (self->language, "What is shown"),
              *calendar->remark != '\0' ? calendar->remark : koyomi_tr (self->language, "The whole fiscal year"));
  write_fact (self, koyomi_tr (self->language, "As of"), calendar->as_of);
  write_fact (self, koyomi_tr (self->language, "Language"), self->language == KOYOMI_LANGUAGE_JA ? "日本語" : "English");
  write_fact (self, koyomi_tr (self->language, "Last entry of the change log"), entry);
  write_fact (self, koyomi_tr (self->language, "Its hash"), calendar->journal_head);
  write_number (self, koyomi_tr (self->language, "Functions shown"),
                _koyomi_quality_get_n_functions (self->workbook->quality));
  write_number (self, koyomi_tr (self->language, "Activities in the plan"), n_activities);
  write_number (self, *calendar->remark != '\0' ? koyomi_tr (self->language, "Runs shown")
                                                : koyomi_tr (self->language, "Runs in this fiscal year"),
                _koyomi_quality_get_n_runs (self->workbook->quality));

  return TRUE;
}

static void
write_doubts (Writer *self)
{
  KoyomiQuality *quality = self->workbook->quality;
  lxw_format *text = _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_TEXT, 0);

  write_section (self, *self->workbook->calendar->remark != '\0' ? koyomi_tr (self->language, "Data quality of what is shown")
                                                                  : koyomi_tr (self->language, "Data quality"));
  write_heads (self, koyomi_tr (self->language, "What was looked for"), koyomi_tr (self->language, "Found"),
               koyomi_tr (self->language, "Where"));
  for (guint doubt = 0; doubt < KOYOMI_N_DOUBTS; doubt++)
    {
      guint count = _koyomi_quality_count (quality, doubt);
      g_autofree char *examples = _koyomi_quality_dup_examples (quality, doubt);

      if (!_koyomi_quality_asks (quality, doubt))
        continue;

      write_count (self, _koyomi_quality_get_label (quality, doubt), text, count,
                   count == 0 ? koyomi_tr (self->language, "None") : *examples != '\0' ? examples : "－");
    }
}

/* The states with their numbers, where the report comes from, and what is to be asked about its data. */
gboolean
_koyomi_calendar_xlsx_write_legend (KoyomiCalendarXlsx  *self,
                                    GError             **error)
{
  Writer writer = { self, &self->legend, self->calendar->language };

  worksheet_set_column (self->legend.sheet, COLUMN_NAME, COLUMN_NAME, NAME_WIDTH, NULL);
  worksheet_set_column (self->legend.sheet, COLUMN_VALUE, COLUMN_VALUE, VALUE_WIDTH, NULL);
  worksheet_set_column (self->legend.sheet, COLUMN_MEANING, COLUMN_MEANING, MEANING_WIDTH, NULL);

  write_states (&writer);
  if (!write_plan (&writer, error))
    return FALSE;

  write_doubts (&writer);

  return _koyomi_xlsx_page_check (&self->legend, error);
}
