#include "koyomi-meeting-window.h"

#include "koyomi-agenda-view.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-decisions-view.h"
#include "koyomi-lint.h"
#include "koyomi-meeting-edit.h"
#include "koyomi-record-edit.h"
#include "koyomi-review-view.h"
#include "koyomi-text-saver.h"
#include "koyomi-text.h"

#include <stdio.h>
#include <string.h>

enum
{
  TEXT_TITLE,
  TEXT_PLACE,
  TEXT_AGENDA,
  TEXT_MINUTES,
  N_TEXTS
};

struct _KoyomiMeetingWindow
{
  KoyomiPlanWindow  parent_instance;

  AdwWindowTitle   *title;
  GtkWidget        *fields;
  GtkDropDown      *status;
  GtkWidget        *texts;
  GtkWidget        *remove_button;
  GtkStack         *stack;
  GtkBox           *agenda_box;
  GtkBox           *decisions_box;
  GtkBox           *review_box;
  GtkStackPage     *review_page;

  gint64            meeting;
  GtkWidget        *agenda;
  GtkWidget        *decisions;
  GtkWidget        *review;
  KoyomiDayEntry   *day;
  KoyomiTextField  *time;
  KoyomiTextSaver  *savers[N_TEXTS];   /* belong to their fields */
  gboolean          is_refreshing;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, title),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, fields),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, status),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, texts),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, remove_button),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, stack),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, agenda_box),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, decisions_box),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, review_box),
  KOYOMI_UI_CHILD (KoyomiMeetingWindow, review_page),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiMeetingWindow, koyomi_meeting_window, KOYOMI_TYPE_PLAN_WINDOW)

static KoyomiRecord *
get_meeting (KoyomiMeetingWindow  *self,
             GError              **error)
{
  return koyomi_session_get (koyomi_plan_window_get_session (KOYOMI_PLAN_WINDOW (self)), KOYOMI_TABLE_MEETING, self->meeting,
                             koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self)), error);
}

static gboolean
set_number (KoyomiMeetingWindow *self,
            int                  field,
            gint64               value)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(KoyomiRecord) meeting = get_meeting (self, &error);

  if (meeting != NULL)
    koyomi_record_set_int (meeting, field, value);

  if (meeting != NULL &&
      koyomi_session_save (koyomi_plan_window_get_session (window), meeting, koyomi_plan_window_get_language (window), &error))
    return TRUE;

  koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The meeting was not changed")), error);

  return FALSE;
}

static gboolean
day_commit_cb (KoyomiMeetingWindow *self,
               guint32              day)
{
  return set_number (self, KOYOMI_MEETING_DAY, day);
}

/* Returns: the minute of the day, KOYOMI_NO_INT for a blank, or -1 when it is no time */
static gint64
read_time (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  int hour, minute, end = 0;

  if (koyomi_text_is_blank (text))
    return KOYOMI_NO_INT;

  if (sscanf (g_strstrip (narrow), "%d:%d%n", &hour, &minute, &end) != 2 || narrow[end] != '\0' ||
      hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return -1;

  return hour * 60 + minute;
}

static gboolean
time_commit_cb (KoyomiMeetingWindow *self,
                const char          *text)
{
  gint64 minute = read_time (text);

  if (minute != -1)
    return set_number (self, KOYOMI_MEETING_START_MINUTE, minute);

  koyomi_text_field_set_message (self->time, koyomi_plan_window_tr (KOYOMI_PLAN_WINDOW (self), N_("Write a time such as 10:00.")));

  return FALSE;
}

static void
status_selected_cb (KoyomiMeetingWindow *self)
{
  if (!self->is_refreshing)
    set_number (self, KOYOMI_MEETING_STATUS, gtk_drop_down_get_selected (self->status));
}

static void
remove_cb (KoyomiMeetingWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  g_autoptr(GError) error = NULL;

  koyomi_workspace_flush (koyomi_plan_window_get_workspace (window));
  if (koyomi_session_remove (koyomi_plan_window_get_session (window), KOYOMI_TABLE_MEETING, self->meeting,
                             koyomi_plan_window_get_language (window), &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    koyomi_plan_window_fail (window, koyomi_plan_window_tr (window, N_("The meeting was not removed")), error);
}

static void
flush_cb (KoyomiMeetingWindow *self)
{
  koyomi_day_entry_commit (self->day);
  koyomi_text_field_commit (self->time);
}

static void
show_titles (KoyomiMeetingWindow *self,
             KoyomiRecord        *meeting,
             KoyomiRecord        *committee)
{
  g_autofree char *day = koyomi_day_format (koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY));

  gtk_window_set_title (GTK_WINDOW (self), koyomi_record_get_title (committee));
  adw_window_title_set_title (self->title, koyomi_record_get_title (committee));
  adw_window_title_set_subtitle (self->title, day);
}

/* What a management review has to look at is read while somebody sees it. */
static void
show_review (KoyomiMeetingWindow *self)
{
  if (self->stack != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "review") == 0)
    koyomi_review_view_set_meeting (KOYOMI_REVIEW_VIEW (self->review), self->meeting);
}

static gboolean
koyomi_meeting_window_refresh (KoyomiPlanWindow  *window,
                               GError           **error)
{
  KoyomiMeetingWindow *self = KOYOMI_MEETING_WINDOW (window);
  g_autoptr(KoyomiMeetingSheet) sheet = koyomi_session_load_meeting_sheet (koyomi_plan_window_get_session (window), self->meeting,
                                                                           koyomi_plan_window_get_language (window), error);
  KoyomiRecord *meeting = sheet != NULL ? sheet->meeting : NULL;
  g_autofree char *time = NULL;
  int minute;

  if (sheet == NULL)
    return FALSE;

  show_titles (self, meeting, sheet->committee);
  koyomi_agenda_view_show (KOYOMI_AGENDA_VIEW (self->agenda), sheet);
  koyomi_decisions_view_show (KOYOMI_DECISIONS_VIEW (self->decisions), sheet);
  gtk_stack_page_set_visible (self->review_page,
                              g_str_equal (koyomi_record_get_text (sheet->committee, KOYOMI_COMMITTEE_CODE), KOYOMI_REVIEW_COMMITTEE));
  show_review (self);
  minute = (int) koyomi_record_get_int (meeting, KOYOMI_MEETING_START_MINUTE);
  time = koyomi_record_is_none (meeting, KOYOMI_MEETING_START_MINUTE) ? g_strdup ("")
                                                                      : g_strdup_printf ("%d:%02d", minute / 60, minute % 60);
  self->is_refreshing = TRUE;
  koyomi_day_entry_show_day (self->day, koyomi_record_get_day (meeting, KOYOMI_MEETING_DAY));
  koyomi_text_field_show (self->time, time);
  gtk_drop_down_set_selected (self->status, koyomi_record_get_int (meeting, KOYOMI_MEETING_STATUS));
  for (guint i = 0; i < N_TEXTS; i++)
    koyomi_text_saver_show (self->savers[i], meeting);
  self->is_refreshing = FALSE;

  return TRUE;
}

static void
koyomi_meeting_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_meeting_window_parent_class)->dispose (object);
}

static void
koyomi_meeting_window_class_init (KoyomiMeetingWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_meeting_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_meeting_window_refresh;
}

static void
koyomi_meeting_window_init (KoyomiMeetingWindow *self)
{
}

static void
add_day_and_time (KoyomiMeetingWindow *self)
{
  KoyomiPlanWindow *window = KOYOMI_PLAN_WINDOW (self);
  GtkWidget *day = koyomi_day_entry_new (koyomi_plan_window_tr (window, N_("_Day")), koyomi_plan_window_get_language (window));
  GtkWidget *time = koyomi_text_field_new (koyomi_plan_window_tr (window, N_("_Time")));
  gboolean can_edit = koyomi_workspace_can_edit (koyomi_plan_window_get_workspace (window));

  self->day = KOYOMI_DAY_ENTRY (day);
  self->time = KOYOMI_TEXT_FIELD (time);
  gtk_editable_set_width_chars (GTK_EDITABLE (koyomi_text_field_get_input (self->time)), strlen ("00:00"));
  gtk_widget_set_hexpand (day, TRUE);
  gtk_widget_set_sensitive (day, can_edit);
  gtk_widget_set_sensitive (time, can_edit);
  gtk_box_prepend (GTK_BOX (self->fields), time);
  gtk_box_prepend (GTK_BOX (self->fields), day);
  g_signal_connect_object (day, "commit", G_CALLBACK (day_commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (time, "commit", G_CALLBACK (time_commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (koyomi_plan_window_get_workspace (window), "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
}

static void
add_text (KoyomiMeetingWindow *self,
          int                  text,
          GtkWidget           *field,
          int                  constant)
{
  self->savers[text] = koyomi_text_saver_attach (KOYOMI_TEXT_FIELD (field),
                                                 koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self)), constant);
  gtk_box_append (GTK_BOX (self->texts), field);
}

static void
add_texts (KoyomiMeetingWindow *self)
{
  KoyomiLanguage language = koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self));

  add_text (self, TEXT_TITLE, koyomi_text_field_new (koyomi_tr (language, N_("T_itle"))), KOYOMI_MEETING_TITLE);
  add_text (self, TEXT_PLACE, koyomi_text_field_new (koyomi_tr (language, N_("_Place"))), KOYOMI_MEETING_PLACE);
  add_text (self, TEXT_AGENDA, koyomi_text_field_new_multi_line (koyomi_tr (language, N_("_Agenda"))), KOYOMI_MEETING_AGENDA);
  add_text (self, TEXT_MINUTES, koyomi_text_field_new_multi_line (koyomi_tr (language, N_("_Minutes"))), KOYOMI_MEETING_MINUTES);
}

static void
fill_status (KoyomiMeetingWindow *self)
{
  const KoyomiField *field = &koyomi_dictionary_get_table (KOYOMI_TABLE_MEETING)->fields[
    KOYOMI_FIELD_INDEX (KOYOMI_MEETING_STATUS)];
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (KoyomiMeetingStatus i = KOYOMI_MEETING_STATUS_PLANNED; i <= KOYOMI_MEETING_STATUS_CANCELLED; i++)
    gtk_string_list_append (names, koyomi_field_get_word_label (field, i,
                                                                koyomi_plan_window_get_language (KOYOMI_PLAN_WINDOW (self))));

  gtk_drop_down_set_model (self->status, G_LIST_MODEL (names));
  g_signal_connect_object (self->status, "notify::selected", G_CALLBACK (status_selected_cb), self, G_CONNECT_SWAPPED);
}

static void
add_pages (KoyomiMeetingWindow *self)
{
  KoyomiWorkspace *workspace = koyomi_plan_window_get_workspace (KOYOMI_PLAN_WINDOW (self));

  self->agenda = koyomi_agenda_view_new (workspace);
  self->decisions = koyomi_decisions_view_new (workspace);
  self->review = koyomi_review_view_new (workspace);
  gtk_box_append (self->agenda_box, self->agenda);
  gtk_box_append (self->decisions_box, self->decisions);
  gtk_box_append (self->review_box, self->review);
  g_signal_connect_object (self->stack, "notify::visible-child-name", G_CALLBACK (show_review), self, G_CONNECT_SWAPPED);
}

static KoyomiMeetingWindow *
make (GtkWindow       *parent,
      KoyomiWorkspace *workspace,
      gint64           meeting)
{
  KoyomiMeetingWindow *self = g_object_new (KOYOMI_TYPE_MEETING_WINDOW, NULL);
  gboolean can_edit = koyomi_workspace_can_edit (workspace);

  self->meeting = meeting;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-meeting-window", children);
  self->is_refreshing = TRUE;
  add_day_and_time (self);
  add_texts (self);
  fill_status (self);
  add_pages (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->status), can_edit);
  gtk_widget_set_visible (self->remove_button, can_edit);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
koyomi_meeting_window_present (GtkWindow       *parent,
                               KoyomiWorkspace *workspace,
                               gint64           meeting)
{
  KoyomiMeetingWindow *self = make (parent, workspace, meeting);

  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), koyomi_day_entry_get_input (self->day));
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}

/**
 * koyomi_meeting_window_present_row:
 * @table: of agenda items, decisions or what a review has to look at
 * @id: a row of it that belongs to the meeting; 0 for none
 *
 * Begins with where that row is, and gives it the focus.
 */
void
koyomi_meeting_window_present_row (GtkWindow       *parent,
                                   KoyomiWorkspace *workspace,
                                   gint64           meeting,
                                   KoyomiTableId    table,
                                   gint64           id)
{
  KoyomiMeetingWindow *self = make (parent, workspace, meeting);

  gtk_stack_set_visible_child_name (self->stack, table == KOYOMI_TABLE_AGENDA_ITEM ? "agenda" :
                                    table == KOYOMI_TABLE_DECISION ? "decisions" : "review");
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
  if (table == KOYOMI_TABLE_AGENDA_ITEM)
    koyomi_agenda_view_focus (KOYOMI_AGENDA_VIEW (self->agenda), id);
  else if (table == KOYOMI_TABLE_DECISION)
    koyomi_decisions_view_focus (KOYOMI_DECISIONS_VIEW (self->decisions), id);
}
