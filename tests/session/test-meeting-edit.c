#include "koyomi-day.h"
#include "koyomi-history.h"
#include "koyomi-meeting-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-review-inputs.h"
#include "koyomi-test-content.h"
#include "koyomi-test-folder.h"

#define EN KOYOMI_LANGUAGE_EN

typedef struct
{
  KoyomiSession *session;
  gint64         committee;
  gint64         first;
  gint64         second;
} Fixture;

static gint64
add_meeting (Fixture *self,
             int      month,
             int      status)
{
  g_autoptr(KoyomiRecord) meeting = koyomi_record_new (KOYOMI_TABLE_MEETING);

  koyomi_record_set_int (meeting, KOYOMI_MEETING_COMMITTEE, self->committee);
  koyomi_record_set_int (meeting, KOYOMI_MEETING_DAY, koyomi_day_new (2026, month, 15));
  koyomi_record_set_int (meeting, KOYOMI_MEETING_STATUS, status);

  return koyomi_session_add (self->session, meeting, EN, NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(KoyomiRecord) committee = koyomi_record_new (KOYOMI_TABLE_COMMITTEE);

  self->session = koyomi_test_plan_start (KOYOMI_TEMPLATE_EMPTY, EN);
  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_CODE, "MR");
  koyomi_record_set_text (committee, KOYOMI_COMMITTEE_NAME, "Review");
  self->committee = koyomi_session_add (self->session, committee, EN, NULL);
  self->first = add_meeting (self, 10, KOYOMI_MEETING_STATUS_HELD);
  self->second = add_meeting (self, 12, KOYOMI_MEETING_STATUS_PLANNED);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->session);
}

static gint64
decide (Fixture            *self,
        gint64              meeting,
        const char         *title,
        KoyomiDecisionKind  kind)
{
  g_autoptr(KoyomiRecord) decision = koyomi_record_new (KOYOMI_TABLE_DECISION);
  g_autoptr(GError) error = NULL;
  gint64 id;

  koyomi_record_set_int (decision, KOYOMI_DECISION_MEETING, meeting);
  koyomi_record_set_text (decision, KOYOMI_DECISION_TITLE, title);
  koyomi_record_set_int (decision, KOYOMI_DECISION_KIND, kind);
  id = koyomi_decision_add (self->session, decision, EN, &error);
  g_assert_no_error (error);

  return id;
}

static void
test_carries (Fixture       *self,
              gconstpointer  data)
{
  gint64 train = decide (self, self->first, "Train a deputy", KOYOMI_DECISION_KIND_ACTION);
  g_autoptr(KoyomiMeetingSheet) sheet = NULL;
  g_autoptr(KoyomiEntry) head = koyomi_session_get_head (self->session, NULL);
  g_autoptr(KoyomiEntry) carried = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiRecord *item;

  g_assert_cmpstr (head->label, ==, "Decide D-26-01 “Train a deputy”");
  decide (self, self->first, "The budget is approved", KOYOMI_DECISION_KIND_DECISION);
  g_assert_cmpint (koyomi_meeting_carry_forward (self->session, self->first, EN, &error), ==, 1);
  g_assert_no_error (error);
  carried = koyomi_session_get_head (self->session, NULL);
  g_assert_cmpstr (carried->label, ==, "Carry 1 action to the meeting of 2026-12-15");
  g_assert_cmpint (koyomi_meeting_carry_forward (self->session, self->first, EN, &error), ==, 0);
  decide (self, self->first, "Buy a safe", KOYOMI_DECISION_KIND_ACTION);
  g_assert_cmpint (koyomi_meeting_carry_forward (self->session, self->first, EN, &error), ==, 1);

  sheet = koyomi_session_load_meeting_sheet (self->session, self->second, EN, &error);
  g_assert_cmpuint (sheet->items->len, ==, 2);
  g_assert_cmpuint (sheet->left->len, ==, 3);
  g_assert_null (sheet->next);
  item = g_ptr_array_index (sheet->items, 0);
  g_assert_cmpstr (koyomi_record_get_title (item), ==, "D-26-01 Train a deputy");
  g_assert_cmpint (koyomi_record_get_int (item, KOYOMI_AGENDA_ITEM_DECISION), ==, train);
  g_assert_cmpint (koyomi_record_get_int (g_ptr_array_index (sheet->items, 1), KOYOMI_AGENDA_ITEM_POSITION), ==, 2);

  g_assert_cmpint (koyomi_meeting_carry_forward (self->session, self->second, EN, &error), ==, -1);
  g_assert_error (error, KOYOMI_PLAN_ERROR, KOYOMI_PLAN_ERROR_NOT_FOUND);
}

static KoyomiReviewInput *
get_input (GPtrArray         *inputs,
           KoyomiReviewTopic  topic)
{
  g_assert_cmpint (((KoyomiReviewInput *) g_ptr_array_index (inputs, topic))->topic, ==, topic);

  return g_ptr_array_index (inputs, topic);
}

static GPtrArray *
load_inputs (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *inputs = koyomi_session_load_review_inputs (self->session, self->second, koyomi_day_new (2026, 12, 1), EN, &error);

  g_assert_no_error (error);

  return inputs;
}

static void
test_inputs (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiRecord) risk = koyomi_record_new (KOYOMI_TABLE_RISK);
  g_autoptr(KoyomiRecord) old = koyomi_record_new (KOYOMI_TABLE_FINDING);
  g_autoptr(KoyomiRecord) new = koyomi_record_new (KOYOMI_TABLE_FINDING);
  g_autoptr(KoyomiRecord) law = koyomi_record_new (KOYOMI_TABLE_OBLIGATION);
  g_autoptr(GPtrArray) inputs = NULL;
  g_autoptr(GPtrArray) stated = NULL;
  g_autoptr(GError) error = NULL;
  KoyomiReviewRow *row;

  decide (self, self->first, "Train a deputy", KOYOMI_DECISION_KIND_ACTION);
  for (int field = KOYOMI_RISK_LIKELIHOOD; field <= KOYOMI_RISK_TARGET_IMPACT; field++)
    koyomi_record_set_int (risk, field, 3);
  koyomi_session_add (self->session, risk, EN, NULL);
  koyomi_record_set_int (old, KOYOMI_FINDING_FOUND_DAY, koyomi_day_new (2026, 9, 1));
  koyomi_record_set_int (old, KOYOMI_FINDING_STATUS, KOYOMI_FINDING_STATUS_CLOSED);
  koyomi_session_add (self->session, old, EN, NULL);
  koyomi_record_set_int (new, KOYOMI_FINDING_FOUND_DAY, koyomi_day_new (2026, 11, 1));
  koyomi_record_set_int (new, KOYOMI_FINDING_GRADE, KOYOMI_FINDING_GRADE_MINOR);
  koyomi_record_set_text (new, KOYOMI_FINDING_TITLE, "Not recorded");
  koyomi_session_add (self->session, new, EN, NULL);
  koyomi_record_set_text (law, KOYOMI_OBLIGATION_TITLE, "A new law");
  koyomi_session_add (self->session, law, EN, NULL);

  inputs = load_inputs (self);
  g_assert_cmpuint (inputs->len, ==, KOYOMI_N_REVIEW_TOPICS);
  g_assert_cmpuint (get_input (inputs, KOYOMI_REVIEW_ACTIONS)->rows->len, ==, 1);
  g_assert_cmpuint (get_input (inputs, KOYOMI_REVIEW_FINDINGS)->rows->len, ==, 1);
  g_assert_cmpuint (get_input (inputs, KOYOMI_REVIEW_RISKS)->rows->len, ==, 1);
  row = g_ptr_array_index (get_input (inputs, KOYOMI_REVIEW_RISKS)->rows, 0);
  g_assert_cmpstr (row->state, ==, "Open 9 → 9");
  g_assert_true (get_input (inputs, KOYOMI_REVIEW_NEEDS)->is_settled);
  g_assert_cmpuint (get_input (inputs, KOYOMI_REVIEW_NEEDS)->rows->len, ==, 1);
  g_assert_false (get_input (inputs, KOYOMI_REVIEW_FEEDBACK)->is_settled);
  g_assert_false (get_input (inputs, KOYOMI_REVIEW_ISSUES)->is_settled);

  g_assert_true (koyomi_session_state_review_input (self->session, self->second, KOYOMI_REVIEW_FEEDBACK, TRUE, "", EN, &error));
  g_assert_true (koyomi_session_state_review_input (self->session, self->second, KOYOMI_REVIEW_ISSUES, FALSE, "A second plant", EN, &error));
  g_assert_true (koyomi_session_state_review_input (self->session, self->first, KOYOMI_REVIEW_AUDITS, TRUE, "", EN, &error));
  stated = load_inputs (self);
  g_assert_true (get_input (stated, KOYOMI_REVIEW_FEEDBACK)->is_settled);
  g_assert_true (get_input (stated, KOYOMI_REVIEW_ISSUES)->is_settled);
  g_assert_false (get_input (stated, KOYOMI_REVIEW_AUDITS)->is_settled);
  g_assert_cmpstr (koyomi_record_get_text (get_input (stated, KOYOMI_REVIEW_ISSUES)->statement, KOYOMI_REVIEW_INPUT_TEXT), ==, "A second plant");
  for (guint i = 0; i < KOYOMI_N_REVIEW_TOPICS; i++)
    g_assert_cmpstr (koyomi_review_topic_get_code (i), !=, koyomi_review_topic_get_label (i, KOYOMI_LANGUAGE_JA));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  koyomi_day_set_today (koyomi_day_new (2026, 11, 22));

  g_test_add ("/session/meeting-edit/open-actions-are-carried-forward", Fixture, NULL, set_up, test_carries, tear_down);
  g_test_add ("/session/meeting-edit/inputs-of-a-management-review", Fixture, NULL, set_up, test_inputs, tear_down);

  return koyomi_test_folder_finish (g_test_run ());
}
