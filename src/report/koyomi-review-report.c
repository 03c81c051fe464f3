#include "koyomi-review-report-private.h"

#include "koyomi-day.h"
#include "koyomi-lint.h"
#include "koyomi-meeting-edit.h"
#include "koyomi-review-inputs.h"
#include "koyomi-text.h"

#include <string.h>

enum
{
  PART_SUMMARY,
  PART_INPUTS,
  PART_RESULTS,
};

const KoyomiReportPart _koyomi_review_report_parts[KOYOMI_N_REVIEW_PARTS] = {
  [PART_SUMMARY] = { "summary", N_("Summary") },
  [PART_INPUTS] = { "inputs", N_("1 Inputs") },
  [PART_RESULTS] = { "results", N_("2 Results") },
};

static const KoyomiIsmsReportKind review = {
  "review", N_("Management review"), "MR", _koyomi_review_report_parts, KOYOMI_N_REVIEW_PARTS,
};

typedef struct
{
  KoyomiIsmsReport    isms;
  KoyomiRecord       *meeting;   /* (nullable): borrowed from the facts */
  KoyomiMeetingSheet *sheet;     /* (nullable): like it */
  GPtrArray          *inputs;    /* (nullable) (element-type KoyomiReviewInput) */
} KoyomiReviewReport;

static void
clear_report (KoyomiReviewReport *self)
{
  _koyomi_isms_report_clear (&self->isms);
  g_clear_pointer (&self->sheet, koyomi_meeting_sheet_free);
  g_clear_pointer (&self->inputs, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KoyomiReviewReport, clear_report)

static gboolean
is_review (KoyomiReviewReport *self,
           KoyomiRecord       *meeting)
{
  KoyomiRecord *committee = koyomi_plan_facts_follow (self->isms.facts, meeting, KOYOMI_MEETING_COMMITTEE);

  return committee != NULL && strcmp (koyomi_record_get_text (committee, KOYOMI_COMMITTEE_CODE), KOYOMI_REVIEW_COMMITTEE) == 0 &&
         koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS) != KOYOMI_MEETING_STATUS_CANCELLED;
}

/* The first review that can hear of the quarter; without one, the last there was. */
static KoyomiRecord *
find_meeting (KoyomiReviewReport *self)
{
  GPtrArray *meetings = koyomi_plan_facts_get_rows (self->isms.facts, KOYOMI_TABLE_MEETING);
  KoyomiRecord *next = NULL, *last = NULL;

  for (guint i = 0; i < meetings->len; i++)
    {
      KoyomiRecord *meeting = g_ptr_array_index (meetings, i);
      guint32 day = koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY);

      if (!is_review (self, meeting))
        continue;

      if (day >= self->isms.first_day && (next == NULL || day < koyomi_record_get_day (next, KOYOMI_MEETING_DAY)))
        next = meeting;
      if (last == NULL || day > koyomi_record_get_day (last, KOYOMI_MEETING_DAY))
        last = meeting;
    }

  return next != NULL ? next : last;
}

/* What came after the review is not told. */
static gboolean
load (KoyomiReviewReport  *self,
      GError             **error)
{
  gint64 id;

  if ((self->meeting = find_meeting (self)) == NULL)
    return TRUE;

  id = koyomi_record_get_id (self->meeting);

  return (self->sheet = koyomi_session_load_meeting_sheet (self->isms.session, id, self->isms.language, error)) != NULL &&
         (self->inputs = koyomi_session_load_review_inputs (self->isms.session, id,
                                                            MIN (self->isms.today, koyomi_record_get_day (self->meeting, KOYOMI_MEETING_DAY)),
                                                            self->isms.language, error)) != NULL;
}

static void
add_fact (KoyomiReviewReport *self,
          KoyomiDocumentRow  *row,
          int                 field)
{
  const KoyomiField *its_field = &koyomi_record_get_table (self->meeting)->fields[KOYOMI_FIELD_INDEX (field)];

  _koyomi_document_add_label (row, koyomi_tr (self->isms.language, its_field->label));
  _koyomi_document_take_text (row, field == KOYOMI_MEETING_COMMITTEE ? g_strdup (koyomi_record_get_title (self->sheet->committee))
                                                                     : koyomi_record_format (self->meeting, field, self->isms.language));
}

static void
add_meeting (KoyomiReviewReport *self)
{
  static const int fields[][2] = {
    { KOYOMI_MEETING_COMMITTEE, KOYOMI_MEETING_TITLE }, { KOYOMI_MEETING_DAY, KOYOMI_MEETING_PLACE }, { KOYOMI_MEETING_CHAIR, KOYOMI_MEETING_STATUS },
    { KOYOMI_MEETING_ATTENDEES, KOYOMI_MEETING_AGENDA },
  };

  KoyomiDocumentTable *table = _koyomi_document_add_table (self->isms.document, koyomi_tr (self->isms.language, N_("The review")));

  table->empty = g_strdup (koyomi_tr (self->isms.language, N_("The plan has no management review. Add a committee with the code MR and its meetings.")));
  for (guint i = 0; i < 4; i++)
    _koyomi_document_add_column (table, NULL, i % 2 == 0 ? 3 : 9);
  for (guint i = 0; self->meeting != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "fields", fields[i][0]);

      add_fact (self, row, fields[i][0]);
      add_fact (self, row, fields[i][1]);
    }
}

static gboolean
is_said_to_be_empty (const KoyomiReviewInput *input)
{
  return input->statement != NULL && koyomi_record_get_int (input->statement, KOYOMI_REVIEW_INPUT_IS_EMPTY);
}

/* Returns: (transfer full): what was said of it; "" for nothing */
static char *
describe_statement (KoyomiReviewReport      *self,
                    const KoyomiReviewInput *input)
{
  KoyomiRecord *statement = input->statement;
  g_autofree char *day = NULL;
  const char *text;

  if (statement == NULL)
    return g_strdup ("");

  text = koyomi_record_get_text (statement, KOYOMI_REVIEW_INPUT_TEXT);
  if (koyomi_text_is_blank (text) && !is_said_to_be_empty (input))
    return g_strdup ("");

  day = koyomi_day_format (koyomi_time_get_day (koyomi_record_get_int (statement, KOYOMI_REVIEW_INPUT_AT)));

  /* Translators: what was said of an input of a review, by whom, and on which day */
  return g_strdup_printf (koyomi_tr (self->isms.language, N_("%s (%s, %s)")),
                          koyomi_text_is_blank (text) ? koyomi_tr (self->isms.language, N_("Nothing to report")) : text,
                          koyomi_record_get_text (statement, KOYOMI_REVIEW_INPUT_AUTHOR), day);
}

/* Each topic is told, said to be empty, or missing. */
static void
add_state (KoyomiReviewReport      *self,
           KoyomiDocumentRow       *row,
           const KoyomiReviewInput *input)
{
  const char *label = !input->is_settled ? N_("Not told") : input->rows->len == 0 && is_said_to_be_empty (input) ? N_("Nothing to report") : N_("Told");

  _koyomi_document_take_status (row, input->is_settled ? KOYOMI_METRIC_ON_TARGET : KOYOMI_METRIC_OFF_TARGET,
                                g_strdup (koyomi_tr (self->isms.language, label)));
}

static void
add_topics (KoyomiReviewReport *self)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Input"), 2 }, { N_("Topic"), 8 }, { N_("Rows of the plan"), 3 }, { N_("Statement"), 8 }, { N_("State"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Inputs (9.3.2)"), columns, G_N_ELEMENTS (columns),
                                                              N_("There are none."));

  for (guint i = 0; self->inputs != NULL && i < self->inputs->len; i++)
    {
      const KoyomiReviewInput *input = g_ptr_array_index (self->inputs, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "topic", input->topic);

      _koyomi_document_add_text (row, koyomi_review_topic_get_code (input->topic));
      _koyomi_document_add_text (row, koyomi_review_topic_get_label (input->topic, self->isms.language));
      _koyomi_document_add_number (row, input->rows->len);
      _koyomi_document_take_text (row, describe_statement (self, input));
      add_state (self, row, input);
    }
}

static void
add_input (KoyomiReviewReport      *self,
           const KoyomiReviewInput *input)
{
  KoyomiLanguage language = self->isms.language;
  g_autofree char *title = g_strjoin (" ", koyomi_review_topic_get_code (input->topic), koyomi_review_topic_get_label (input->topic, language), NULL);
  g_autofree char *statement = describe_statement (self, input);
  KoyomiDocumentTable *table = _koyomi_document_add_table (self->isms.document, title);

  _koyomi_document_add_column (table, koyomi_tr (language, N_("From the plan")), 14);
  _koyomi_document_add_column (table, koyomi_tr (language, N_("State")), 10);
  if (*statement != '\0')
    table->text = g_steal_pointer (&statement);
  else if (!input->is_settled)
    table->text = g_strdup_printf ("%s %s", koyomi_metric_status_get_glyph (KOYOMI_METRIC_OFF_TARGET),
                                   koyomi_tr (language, N_("Missing: nobody has told it or said that there is nothing to report.")));
  for (guint i = 0; i < input->rows->len; i++)
    {
      const KoyomiReviewRow *told = g_ptr_array_index (input->rows, i);
      g_autofree char *key = g_strdup_printf ("%u", told->table);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, key, told->id);

      _koyomi_document_add_text (row, told->text);
      _koyomi_document_add_text (row, told->state);
    }
}

static guint
count_missing (KoyomiReviewReport *self)
{
  guint n = 0;

  for (guint i = 0; self->inputs != NULL && i < self->inputs->len; i++)
    n += !((const KoyomiReviewInput *) g_ptr_array_index (self->inputs, i))->is_settled;

  return n;
}

/* What is missing stands under the title: without it the review cannot be signed. */
static void
remark_missing (KoyomiReviewReport *self)
{
  g_autoptr(GString) codes = g_string_new (NULL);

  for (guint i = 0; self->inputs != NULL && i < self->inputs->len; i++)
    {
      const KoyomiReviewInput *input = g_ptr_array_index (self->inputs, i);

      if (!input->is_settled)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", koyomi_review_topic_get_code (input->topic));
    }

  if (codes->len > 0)
    /* Translators: the codes of inputs of a management review, such as “b, c” */
    g_ptr_array_add (self->isms.document->remarks, g_strdup_printf (koyomi_tr (self->isms.language, N_("■ Not ready to be signed: inputs %s are missing.")),
                                                                    codes->str));
}

static gboolean
add_inputs (KoyomiReviewReport  *self,
            GError             **error)
{
  KoyomiDocumentTable *told;
  guint n_missing = count_missing (self);

  if (!_koyomi_isms_report_begin (&self->isms, PART_INPUTS, &told, error))
    return FALSE;

  for (guint i = 0; self->inputs != NULL && i < self->inputs->len; i++)
    add_input (self, g_ptr_array_index (self->inputs, i));
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Inputs told %u, missing %u.")),
                                                        (self->inputs != NULL ? self->inputs->len : 0) - n_missing, n_missing));

  return TRUE;
}

static void
add_agenda (KoyomiReviewReport *self)
{
  static const KoyomiDocumentColumn columns[] = { { N_("No."), 2 }, { N_("Kind"), 3 }, { N_("Item"), 8 }, { N_("Minutes"), 11 } };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, N_("Agenda and minutes"), columns, G_N_ELEMENTS (columns),
                                                              N_("There are none."));

  if (self->meeting != NULL && !koyomi_text_is_blank (koyomi_record_get_text (self->meeting, KOYOMI_MEETING_MINUTES)))
    table->text = g_strdup (koyomi_record_get_text (self->meeting, KOYOMI_MEETING_MINUTES));
  for (guint i = 0; self->sheet != NULL && i < self->sheet->items->len; i++)
    {
      KoyomiRecord *item = g_ptr_array_index (self->sheet->items, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "item", koyomi_record_get_id (item));

      _koyomi_document_add_number (row, i + 1);
      _koyomi_document_take_text (row, koyomi_record_format (item, KOYOMI_AGENDA_ITEM_KIND, self->isms.language));
      _koyomi_document_add_text (row, koyomi_record_get_title (item));
      _koyomi_document_add_text (row, koyomi_record_get_text (item, KOYOMI_AGENDA_ITEM_MINUTES));
    }
}

static gboolean
is_late (KoyomiReviewReport *self,
         KoyomiRecord       *decision)
{
  return koyomi_record_get_int (decision, KOYOMI_DECISION_STATUS) == KOYOMI_DECISION_STATUS_OPEN &&
         !koyomi_record_is_none (decision, KOYOMI_DECISION_DUE_DAY) &&
         koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY) < self->isms.today;
}

/* @decisions: (nullable) */
static void
add_decisions (KoyomiReviewReport *self,
               const char         *title,
               GPtrArray          *decisions)
{
  static const KoyomiDocumentColumn columns[] = {
    { N_("Number"), 2 }, { N_("Kind"), 3 }, { N_("Decision"), 8 }, { N_("Owner"), 4 }, { N_("Due"), 2 }, { N_("Done on"), 2 }, { N_("State"), 3 },
  };

  KoyomiDocumentTable *table = _koyomi_isms_report_add_table (&self->isms, title, columns, G_N_ELEMENTS (columns), N_("There are none."));

  for (guint i = 0; decisions != NULL && i < decisions->len; i++)
    {
      KoyomiRecord *decision = g_ptr_array_index (decisions, i);
      KoyomiDocumentRow *row = _koyomi_document_add_row (table, "decision", koyomi_record_get_id (decision));
      gboolean its_late = is_late (self, decision);

      _koyomi_document_add_text (row, koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER));
      _koyomi_document_take_text (row, koyomi_record_format (decision, KOYOMI_DECISION_KIND, self->isms.language));
      _koyomi_document_add_text (row, koyomi_record_get_title (decision));
      _koyomi_document_add_text (row, koyomi_record_get_text (decision, KOYOMI_DECISION_OWNER));
      _koyomi_document_add_day (row, koyomi_record_get_day (decision, KOYOMI_DECISION_DUE_DAY));
      _koyomi_document_add_day (row, koyomi_record_get_day (decision, KOYOMI_DECISION_DONE_DAY));
      _koyomi_document_take_status (row, its_late ? KOYOMI_METRIC_OFF_TARGET : KOYOMI_METRIC_UNJUDGED,
                                    its_late ? g_strdup (koyomi_tr (self->isms.language, N_("Overdue")))
                                             : koyomi_record_format (decision, KOYOMI_DECISION_STATUS, self->isms.language));
    }
}

static gboolean
add_results (KoyomiReviewReport  *self,
             GError             **error)
{
  guint n = self->sheet != NULL ? self->sheet->decisions->len : 0;
  guint n_left = self->sheet != NULL ? self->sheet->left->len : 0;
  KoyomiDocumentTable *told;

  if (!_koyomi_isms_report_begin (&self->isms, PART_RESULTS, &told, error))
    return FALSE;

  add_agenda (self);
  add_decisions (self, N_("Decisions and actions of the review"), self->sheet != NULL ? self->sheet->decisions : NULL);
  add_decisions (self, N_("Left open by earlier reviews"), self->sheet != NULL ? self->sheet->left : NULL);
  _koyomi_isms_report_take_told (told, g_strdup_printf (koyomi_tr (self->isms.language, N_("Decisions and actions %u, left open by earlier reviews "
                                                                                           "%u.")),
                                                        n, n_left));

  return TRUE;
}

static void
add_lacking_decisions (KoyomiReviewReport  *self,
                       KoyomiDocumentTable *table)
{
  for (guint i = 0; self->sheet != NULL && i < self->sheet->decisions->len; i++)
    {
      KoyomiRecord *decision = g_ptr_array_index (self->sheet->decisions, i);
      const char *number = koyomi_record_get_text (decision, KOYOMI_DECISION_NUMBER);

      if (koyomi_record_get_int (decision, KOYOMI_DECISION_KIND) == KOYOMI_DECISION_KIND_DECISION)
        continue;

      if (koyomi_text_is_blank (koyomi_record_get_text (decision, KOYOMI_DECISION_OWNER)))
        _koyomi_isms_report_add_lack (table, decision, number, koyomi_tr (self->isms.language, N_("Nobody is named who sees to it.")));
      if (koyomi_record_is_none (decision, KOYOMI_DECISION_DUE_DAY))
        _koyomi_isms_report_add_lack (table, decision, number, koyomi_tr (self->isms.language, N_("There is no day until which it is to be done.")));
    }
}

static void
add_quality (KoyomiReviewReport *self)
{
  static const KoyomiDocumentColumn columns[] = { { N_("Input"), 3 }, { N_("Topic"), 21 } };

  KoyomiDocumentTable *counts = _koyomi_isms_report_begin_quality (&self->isms);
  KoyomiDocumentTable *missing = _koyomi_isms_report_add_table (&self->isms, N_("Missing inputs"), columns, G_N_ELEMENTS (columns),
                                                                N_("Nothing to report."));
  KoyomiDocumentTable *lacking;

  for (guint i = 0; self->inputs != NULL && i < self->inputs->len; i++)
    {
      const KoyomiReviewInput *input = g_ptr_array_index (self->inputs, i);
      KoyomiDocumentRow *row;

      if (input->is_settled)
        continue;

      row = _koyomi_document_add_row (missing, "topic", input->topic);
      _koyomi_document_add_text (row, koyomi_review_topic_get_code (input->topic));
      _koyomi_document_add_text (row, koyomi_review_topic_get_label (input->topic, self->isms.language));
    }
  lacking = _koyomi_isms_report_add_lacks (&self->isms, N_("Actions that lack something"));
  add_lacking_decisions (self, lacking);
  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Missing inputs"), missing->rows->len);
  _koyomi_isms_report_add_quality (&self->isms, counts, N_("Actions that lack something"), lacking->rows->len);
}

/* The inputs that a management review has to look at, as the plan's own records fill them, and what it decided (ISO/IEC 27001, 9.3). */
KoyomiDocument *
_koyomi_review_report_new (KoyomiSession              *session,
                           const KoyomiReportOptions  *options,
                           GError                    **error)
{
  g_auto(KoyomiReviewReport) self = { 0 };

  if (!_koyomi_isms_report_init (&self.isms, &review, session, options, error) || !load (&self, error))
    return NULL;

  add_meeting (&self);
  add_topics (&self);
  remark_missing (&self);
  if (!add_inputs (&self, error) || !add_results (&self, error))
    return NULL;

  add_quality (&self);

  return _koyomi_isms_report_finish (&self.isms);
}
