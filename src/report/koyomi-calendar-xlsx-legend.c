#include "koyomi-calendar-xlsx-private.h"

#include "koyomi-entry.h"
#include "koyomi-xlsx-facts-private.h"

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
  KoyomiXlsxFacts     facts;
  KoyomiLanguage      language;
} Writer;

static void
write_states (Writer *self)
{
  KoyomiCalendarXlsx *workbook = self->workbook;

  _koyomi_xlsx_facts_add_section (&self->facts, koyomi_tr (self->language, "Legend"));
  _koyomi_xlsx_facts_add_heads (&self->facts, koyomi_tr (self->language, "State today"), koyomi_tr (self->language, "Count"),
                                koyomi_tr (self->language, "Meaning"));
  for (guint state = 0; state < KOYOMI_N_STATES; state++)
    {
      g_autofree char *name = g_strdup_printf ("%s %s", koyomi_state_get_glyph (state),
                                               koyomi_state_get_label (state, self->language));

      _koyomi_xlsx_facts_add_count (&self->facts, name, _koyomi_xlsx_styles_get_state (workbook->styles, state, 0),
                                    _koyomi_quality_count_state (workbook->quality, state), koyomi_tr (self->language, meanings[state]));
    }

  _koyomi_xlsx_facts_add_fact (&self->facts, "◆ ◇", koyomi_tr (self->language, "A meeting or a milestone: ◆ held or done, ◇ still to come; with its month and day"));
  _koyomi_xlsx_facts_add_fact (&self->facts, "⇒", koyomi_tr (self->language, "Where a run stood before it was moved to other months"));
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

  _koyomi_xlsx_facts_add_section (&self->facts, koyomi_tr (self->language, "This report"));
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Organisation"), calendar->organisation);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Classification"), calendar->classification);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Plan file"), name);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Fiscal year"), year);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "What is shown"),
                               *calendar->remark != '\0' ? calendar->remark : koyomi_tr (self->language, "The whole fiscal year"));
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "As of"), calendar->as_of);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Language"), self->language == KOYOMI_LANGUAGE_JA ? "日本語" : "English");
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Last entry of the change log"), entry);
  _koyomi_xlsx_facts_add_fact (&self->facts, koyomi_tr (self->language, "Its hash"), calendar->journal_head);
  _koyomi_xlsx_facts_add_number (&self->facts, koyomi_tr (self->language, "Functions shown"),
                                 _koyomi_quality_get_n_functions (self->workbook->quality));
  _koyomi_xlsx_facts_add_number (&self->facts, koyomi_tr (self->language, "Activities in the plan"), n_activities);
  _koyomi_xlsx_facts_add_number (&self->facts, *calendar->remark != '\0' ? koyomi_tr (self->language, "Runs shown")
                                 : koyomi_tr (self->language, "Runs in this fiscal year"),
                                 _koyomi_quality_get_n_runs (self->workbook->quality));

  return TRUE;
}

static void
write_doubts (Writer *self)
{
  KoyomiQuality *quality = self->workbook->quality;
  lxw_format *text = _koyomi_xlsx_styles_get (self->workbook->styles, KOYOMI_XLSX_STYLE_TEXT, 0);

  _koyomi_xlsx_facts_add_section (&self->facts, *self->workbook->calendar->remark != '\0' ? koyomi_tr (self->language, "Data quality of what is shown")
                                  : koyomi_tr (self->language, "Data quality"));
  _koyomi_xlsx_facts_add_heads (&self->facts, koyomi_tr (self->language, "What was looked for"), koyomi_tr (self->language, "Found"),
                                koyomi_tr (self->language, "Where"));
  for (guint doubt = 0; doubt < KOYOMI_N_DOUBTS; doubt++)
    {
      guint count = _koyomi_quality_count (quality, doubt);
      g_autofree char *examples = _koyomi_quality_dup_examples (quality, doubt);

      if (!_koyomi_quality_asks (quality, doubt))
        continue;

      _koyomi_xlsx_facts_add_count (&self->facts, _koyomi_quality_get_label (quality, doubt), text, count,
                                    count == 0 ? koyomi_tr (self->language, "None") : *examples != '\0' ? examples : "－");
    }
}

/* The states with their numbers, where the report comes from, and what is to be asked about its data. */
gboolean
_koyomi_calendar_xlsx_write_legend (KoyomiCalendarXlsx  *self,
                                    GError             **error)
{
  Writer writer = { .workbook = self, .language = self->calendar->language };

  _koyomi_xlsx_facts_init (&writer.facts, self->styles, &self->legend, writer.language);
  write_states (&writer);
  if (!write_plan (&writer, error))
    return FALSE;

  write_doubts (&writer);

  return _koyomi_xlsx_page_check (&self->legend, error);
}
