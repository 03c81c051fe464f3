#include "koyomi-agenda-view.h"
#include "koyomi-day.h"
#include "koyomi-decisions-view.h"
#include "koyomi-edit.h"
#include "koyomi-history.h"
#include "koyomi-meeting-edit.h"
#include "koyomi-meeting-window.h"
#include "koyomi-part-row.h"
#include "koyomi-plan-view.h"
#include "koyomi-review-inputs.h"
#include "koyomi-review-view.h"
#include "koyomi-test-dialog.h"
#include "koyomi-test-folder.h"
#include "koyomi-test-widget.h"
#include "koyomi-test-window.h"
#include "koyomi-text-field.h"

#include <string.h>

/* The agenda of a meeting, what it decided, and what a management review has to look at. */
typedef struct
{
  KoyomiTestWindow  base;
  gint64            meeting;
  GtkWindow        *window;    /* not owned */
} Fixture;

static KoyomiSession *
get_session (Fixture *self)
{
  return koyomi_window_get_session (self->base.window);
}

static void
settle (Fixture *self)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  koyomi_test_widget_settle (GTK_WIDGET (self->window));
}

/* Returns: the meeting of the committee on that day, or the first one */
static gint64
find_meeting (Fixture    *self,
              const char *committee,
              guint32     day)
{
  g_autoptr(GPtrArray) meetings = koyomi_session_list (get_session (self), KOYOMI_TABLE_MEETING, 0, 0, KOYOMI_LANGUAGE_EN, NULL);

  for (guint i = 0; i < meetings->len; i++)
    {
      KoyomiRecord *meeting = g_ptr_array_index (meetings, i);
      g_autoptr(KoyomiRecord) its = koyomi_session_get (get_session (self), KOYOMI_TABLE_COMMITTEE,
                                                        koyomi_record_get_int (meeting, KOYOMI_MEETING_COMMITTEE), KOYOMI_LANGUAGE_EN, NULL);

      if (strcmp (koyomi_record_get_text (its, KOYOMI_COMMITTEE_CODE), committee) == 0 &&
          koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY) == day)
        return koyomi_record_get_id (meeting);
    }

  g_assert_not_reached ();
}

static KoyomiMeetingSheet *
load (Fixture *self)
{
  return koyomi_session_load_meeting_sheet (get_session (self), self->meeting, KOYOMI_LANGUAGE_EN, NULL);
}

static void
open_meeting (Fixture       *self,
              KoyomiTableId  table)
{
  koyomi_meeting_window_present_row (GTK_WINDOW (self->base.window), koyomi_window_get_workspace (self->base.window), self->meeting, table, 0);
  self->window = koyomi_test_dialog_wait (self->base.window);
  settle (self);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  koyomi_test_window_open (&self->base);
  self->meeting = find_meeting (self, "RMC", koyomi_day_new (2026, 8, 20));
}

static void
set_up_to_read (Fixture       *self,
                gconstpointer  data)
{
  koyomi_test_window_open_to_read (&self->base);
  self->meeting = find_meeting (self, "RMC", koyomi_day_new (2026, 8, 20));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  koyomi_test_window_close (&self->base);
}

static GtkWidget *
find_part (Fixture *self,
           GType    type)
{
  GtkWidget *part = koyomi_test_widget_find (GTK_WIDGET (self->window), type);

  g_assert_nonnull (part);

  return part;
}

static KoyomiTextField *
find_field (gpointer    widget,
            const char *placeholder)
{
  g_autoptr(GPtrArray) fields = koyomi_test_dialog_list (widget, KOYOMI_TYPE_TEXT_FIELD);

  for (guint i = 0; i < fields->len; i++)
    {
      GtkWidget *input = koyomi_text_field_get_input (g_ptr_array_index (fields, i));

      if (GTK_IS_ENTRY (input) && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (input)), placeholder) == 0)
        return g_ptr_array_index (fields, i);
    }

  g_assert_not_reached ();
}

static void
add_item (Fixture    *self,
          const char *title)
{
  KoyomiTextField *field = find_field (find_part (self, KOYOMI_TYPE_AGENDA_VIEW), "Add an item…");

  gtk_editable_set_text (GTK_EDITABLE (koyomi_text_field_get_input (field)), title);
  g_assert_true (koyomi_text_field_commit (field));
  settle (self);
}

static const char *
get_title (const KoyomiMeetingSheet *sheet,
           guint                     index)
{
  return koyomi_record_get_title (g_ptr_array_index (sheet->items, index));
}

/* Items come last, and move. */
static void
test_agenda (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiMeetingSheet) before = load (self);
  g_autoptr(KoyomiMeetingSheet) added = NULL;
  g_autoptr(KoyomiMeetingSheet) moved = NULL;
  g_autoptr(KoyomiMeetingSheet) undone = NULL;
  guint n = before->items->len;

  open_meeting (self, KOYOMI_TABLE_AGENDA_ITEM);
  add_item (self, "Budget of next year");
  add_item (self, "Any other business");
  added = load (self);
  g_assert_cmpuint (added->items->len, ==, n + 2);
  g_assert_cmpstr (get_title (added, n + 1), ==, "Any other business");

  g_assert_true (gtk_widget_activate_action (find_part (self, KOYOMI_TYPE_AGENDA_VIEW), "agenda.up", "x",
                                             koyomi_record_get_id (g_ptr_array_index (added->items, n + 1))));
  moved = load (self);
  g_assert_cmpstr (get_title (moved, n), ==, "Any other business");
  g_assert_cmpstr (get_title (moved, n + 1), ==, "Budget of next year");
  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  undone = load (self);
  g_assert_cmpstr (get_title (undone, n), ==, "Budget of next year");
}

/* An action gets a number, is ticked, and goes on to the next meeting. */
static void
test_action (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(KoyomiMeetingSheet) before = load (self);
  g_autoptr(KoyomiMeetingSheet) added = NULL;
  g_autoptr(KoyomiMeetingSheet) done = NULL;
  g_autoptr(GPtrArray) carried = NULL;
  g_autoptr(GPtrArray) fields = NULL;
  GtkWindow *dialog;
  KoyomiRecord *action;

  open_meeting (self, KOYOMI_TABLE_DECISION);
  koyomi_test_dialog_press (self->window, "Add _Action…");
  dialog = koyomi_test_dialog_wait (self->window);
  fields = koyomi_test_dialog_list (dialog, KOYOMI_TYPE_TEXT_FIELD);
  koyomi_text_field_replace (g_ptr_array_index (fields, 0), "Ask for a second quote");
  koyomi_text_field_replace (g_ptr_array_index (fields, 1), "Purchasing");
  koyomi_test_dialog_press (dialog, "_Add");
  settle (self);
  added = load (self);
  g_assert_cmpuint (added->decisions->len, ==, before->decisions->len + 1);
  action = g_ptr_array_index (added->decisions, added->decisions->len - 1);
  g_assert_cmpstr (koyomi_record_get_text (action, KOYOMI_DECISION_NUMBER), ==, "D-26-01");
  g_assert_cmpint (koyomi_record_get_int (action, KOYOMI_DECISION_KIND), ==, KOYOMI_DECISION_KIND_ACTION);

  koyomi_test_dialog_press (self->window, "Carry Open Actions _Forward to 2026-12-17");
  carried = koyomi_session_list (get_session (self), KOYOMI_TABLE_AGENDA_ITEM, KOYOMI_AGENDA_ITEM_MEETING,
                                 koyomi_record_get_id (added->next), KOYOMI_LANGUAGE_EN, NULL);
  g_assert_cmpuint (carried->len, >=, 2);

  g_assert_true (gtk_widget_activate_action (find_part (self, KOYOMI_TYPE_DECISIONS_VIEW), "decisions.toggle", "x",
                                             koyomi_record_get_id (action)));
  done = load (self);
  action = g_ptr_array_index (done->decisions, done->decisions->len - 1);
  g_assert_cmpint (koyomi_record_get_int (action, KOYOMI_DECISION_STATUS), ==, KOYOMI_DECISION_STATUS_DONE);
  g_assert_cmpuint (koyomi_record_get_day (action, KOYOMI_DECISION_DONE_DAY), ==, koyomi_day_today ());
}

static guint
count_missing (Fixture *self)
{
  g_autoptr(GPtrArray) inputs = koyomi_session_load_review_inputs (get_session (self), self->meeting, koyomi_day_today (), KOYOMI_LANGUAGE_EN,
                                                                   NULL);
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    n += !((KoyomiReviewInput *) g_ptr_array_index (inputs, i))->is_settled;

  return n;
}

static void
delete_input (Fixture *self)
{
  g_autoptr(KoyomiEdit) edit = koyomi_session_begin_edit (get_session (self), NULL);
  g_autoptr(GError) error = NULL;

  koyomi_edit_delete (edit, KOYOMI_TABLE_REVIEW_INPUT, koyomi_test_window_get_first (&self->base, KOYOMI_TABLE_REVIEW_INPUT), &error);
  g_assert_no_error (error);
  koyomi_edit_commit (edit, "Edit", &error);
  g_assert_no_error (error);
}

/* What is missing is named until something is said of it. */
static void
test_review (Fixture       *self,
             gconstpointer  data)
{
  guint n_missing;
  GtkWidget *view;

  self->meeting = find_meeting (self, "MR", koyomi_day_new (2026, 10, 20));
  delete_input (self);
  delete_input (self);
  n_missing = count_missing (self);
  g_assert_cmpuint (n_missing, ==, 2);
  open_meeting (self, KOYOMI_TABLE_REVIEW_INPUT);
  view = find_part (self, KOYOMI_TYPE_REVIEW_VIEW);
  g_assert_true (koyomi_test_dialog_has_line (view, "Missing: write a text, or that there is nothing to report"));
  g_assert_true (gtk_widget_activate_action (view, "review.nothing", "x", (gint64) KOYOMI_REVIEW_ISSUES + 1));
  settle (self);
  g_assert_cmpuint (count_missing (self), ==, n_missing - 1);
  g_assert_true (koyomi_test_dialog_has_line (view, "Nothing to report"));

  g_assert_true (koyomi_session_undo (get_session (self), NULL));
  g_assert_cmpuint (count_missing (self), ==, n_missing);
}

/* Only the management review has such inputs. A decision is shown where it was taken. */
static void
test_show (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(KoyomiMeetingSheet) sheet = load (self);
  GtkWidget *plan = koyomi_test_widget_find (GTK_WIDGET (self->base.window), KOYOMI_TYPE_PLAN_VIEW);
  GtkWidget *row;

  g_assert_true (gtk_widget_activate_action (plan, "plan.show-record", "(ux)", KOYOMI_TABLE_DECISION,
                                             koyomi_record_get_id (g_ptr_array_index (sheet->decisions, 0))));
  self->window = koyomi_test_dialog_wait (self->base.window);
  settle (self);
  g_assert_true (KOYOMI_IS_MEETING_WINDOW (self->window));
  row = gtk_window_get_focus (self->window);
  g_assert_true (KOYOMI_IS_PART_ROW (row));
  g_assert_cmpint (koyomi_part_row_get_id (KOYOMI_PART_ROW (row)), ==, koyomi_record_get_id (g_ptr_array_index (sheet->decisions, 0)));
  g_assert_false (gtk_widget_get_mapped (find_part (self, KOYOMI_TYPE_REVIEW_VIEW)));
}

static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(KoyomiMeetingSheet) sheet = load (self);
  GtkWidget *button;

  open_meeting (self, KOYOMI_TABLE_DECISION);
  button = koyomi_test_dialog_find_button (self->window, "Add _Action…");
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_widget_activate_action (find_part (self, KOYOMI_TYPE_DECISIONS_VIEW), "decisions.edit", "x",
                              koyomi_record_get_id (g_ptr_array_index (sheet->decisions, 0)));
  g_assert_null (koyomi_test_dialog_find (self->window));
}

#define ADD(path, func) g_test_add ("/views/meeting/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  koyomi_test_folder_start ();
  if (!koyomi_test_widget_init ())
    return koyomi_test_folder_finish (0);

  koyomi_test_window_start ();
  ADD ("items-are-added-and-moved", test_agenda);
  ADD ("actions-have-a-number-and-go-on", test_action);
  ADD ("what-a-review-lacks-is-named", test_review);
  ADD ("a-decision-is-shown-where-it-was-taken", test_show);
  g_test_add ("/views/meeting/read-only", Fixture, NULL, set_up_to_read, test_read_only, tear_down);

  status = g_test_run ();
  koyomi_test_window_stop ();

  return koyomi_test_folder_finish (status);
}
