#include "koyomi-run-panel.h"

#include "koyomi-activity-section.h"
#include "koyomi-closed-year.h"
#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-delete-dialog.h"
#include "koyomi-dependency-section.h"
#include "koyomi-evidence-section.h"
#include "koyomi-move-dialog.h"
#include "koyomi-occurrence.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-progress-field.h"
#include "koyomi-rule-dialog.h"
#include "koyomi-run-commands.h"
#include "koyomi-run-edit.h"
#include "koyomi-run-head.h"
#include "koyomi-skip-dialog.h"
#include "koyomi-status-field.h"
#include "koyomi-text-field.h"
#include "koyomi-text.h"

typedef enum
{
  TEXT_OWNER,
  TEXT_RESULT,
  TEXT_NOTE,
  TEXT_REASON,
  N_TEXTS
} TextId;

struct _KoyomiRunPanel
{
  GtkWidget         parent_instance;

  KoyomiWorkspace  *workspace;
  KoyomiRecord     *run;                /* as it was last read; NULL before the first */
  KoyomiRecord     *activity;

  GtkWidget        *box;
  GtkWidget        *title;
  GtkWidget        *head;
  GtkWidget        *first_day;
  GtkWidget        *last_day;
  GtkWidget        *original;
  GtkWidget        *status;
  GtkWidget        *progress;
  GtkWidget        *function;
  GtkWidget        *team;
  GtkWidget        *texts[N_TEXTS];
  GtkWidget        *evidence;
  GtkWidget        *dependencies;
  GtkWidget        *activity_section;
};

static const struct
{
  int         field;
  const char *caption;
  gboolean    is_multi_line;
} text_fields[N_TEXTS] = {
  [TEXT_OWNER] = { KOYOMI_OCCURRENCE_OWNER, N_("Owner"), FALSE },
  [TEXT_RESULT] = { KOYOMI_OCCURRENCE_RESULT, N_("Result"), TRUE },
  [TEXT_NOTE] = { KOYOMI_OCCURRENCE_NOTE, N_("Note"), TRUE },
  [TEXT_REASON] = { KOYOMI_OCCURRENCE_REASON, N_("Reason"), TRUE },
};

G_DEFINE_FINAL_TYPE (KoyomiRunPanel, koyomi_run_panel, GTK_TYPE_WIDGET)

static GArray *
make_array (KoyomiRunPanel *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = koyomi_record_get_id (self->run);

  g_array_append_val (runs, id);

  return runs;
}

static GtkWindow *
get_window (KoyomiRunPanel *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
read_run (KoyomiRunPanel *self,
          gint64          id)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(KoyomiRecord) run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, id, language, NULL);
  g_autoptr(KoyomiRecord) activity = NULL;

  if (run == NULL)
    return FALSE;

  activity = koyomi_session_get (session, KOYOMI_TABLE_ACTIVITY, koyomi_record_get_int (run, KOYOMI_OCCURRENCE_ACTIVITY), language, NULL);
  if (activity == NULL)
    return FALSE;

  g_set_object (&self->run, run);
  g_set_object (&self->activity, activity);

  return TRUE;
}

/* Two fields can be handed in one after the other, before the first change has been told of. */
static gboolean
read_again (KoyomiRunPanel *self)
{
  return read_run (self, koyomi_record_get_id (self->run));
}

static gboolean
set_status (KoyomiRunPanel *self,
            KoyomiStatus    status,
            guint32         day)
{
  g_autoptr(GArray) runs = make_array (self);
  KoyomiStatus before;
  gboolean was_dropped;

  koyomi_run_panel_commit (self);
  read_again (self);
  before = koyomi_record_get_int (self->run, KOYOMI_OCCURRENCE_STATUS);
  was_dropped = before == KOYOMI_STATUS_SKIPPED || before == KOYOMI_STATUS_MISSED;

  /* Why it was not done is no longer true. */
  return koyomi_run_commands_set_status (self->workspace, runs, status, day,
                                         was_dropped ? NULL : koyomi_record_get_text (self->run, KOYOMI_OCCURRENCE_REASON));
}

/* Who marked it as done in one step had not begun it. */
static void
reopen (KoyomiRunPanel *self)
{
  guint32 begun = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_ACTUAL_FIRST);
  guint32 done = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_ACTUAL_LAST);

  set_status (self, begun == KOYOMI_DAY_NONE || begun == done ? KOYOMI_STATUS_PLANNED : KOYOMI_STATUS_DOING, koyomi_day_today ());
}

static void
status_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiRunPanel *self = KOYOMI_RUN_PANEL (widget);

  if (self->run == NULL)
    return;

  if (g_str_equal (name, "run.mark-done"))
    set_status (self, KOYOMI_STATUS_DONE, koyomi_day_today ());
  else if (g_str_equal (name, "run.begin"))
    set_status (self, KOYOMI_STATUS_DOING, koyomi_day_today ());
  else
    reopen (self);
}

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  KoyomiRunPanel *self = KOYOMI_RUN_PANEL (widget);
  g_autoptr(GArray) runs = NULL;

  if (self->run == NULL)
    return;

  koyomi_run_panel_commit (self);
  runs = make_array (self);
  if (g_str_equal (name, "run.skip"))
    koyomi_skip_dialog_present (get_window (self), self->workspace, runs);
  else if (g_str_equal (name, "run.move"))
    koyomi_move_dialog_present (get_window (self), self->workspace, runs);
  else if (g_str_equal (name, "run.edit-rule"))
    koyomi_rule_dialog_present (get_window (self), self->workspace, koyomi_record_get_id (self->run));
  else
    koyomi_delete_dialog_present (get_window (self), self->workspace, koyomi_record_get_id (self->run));
}

static void
koyomi_run_panel_dispose (GObject *object)
{
  KoyomiRunPanel *self = KOYOMI_RUN_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->run);
  g_clear_object (&self->activity);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_run_panel_parent_class)->dispose (object);
}

static void
koyomi_run_panel_class_init (KoyomiRunPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_run_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "run.mark-done", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "run.begin", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "run.reopen", NULL, status_action);
  gtk_widget_class_install_action (widget_class, "run.skip", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "run.move", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "run.edit-rule", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "run.delete", NULL, dialog_action);
}

static void
koyomi_run_panel_init (KoyomiRunPanel *self)
{
}

/* What happens once is known by its activity's title, unless the run has one of its own. */
static gboolean
has_activity_title (KoyomiRunPanel *self)
{
  return *koyomi_record_get_text (self->activity, KOYOMI_ACTIVITY_RULE) == '\0' &&
         *koyomi_record_get_text (self->run, KOYOMI_OCCURRENCE_TITLE) == '\0';
}

static gboolean
title_cb (KoyomiRunPanel *self,
          const char     *text)
{
  g_autoptr(KoyomiRecord) record = NULL;
  gboolean is_activity;

  read_again (self);
  is_activity = has_activity_title (self);
  record = koyomi_record_copy (is_activity ? self->activity : self->run);
  if (is_activity && koyomi_text_is_blank (text))
    {
      koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (self->title), koyomi_workspace_tr (self->workspace, "Type a title."));
      return FALSE;
    }

  koyomi_record_set_text (record, is_activity ? KOYOMI_ACTIVITY_TITLE : KOYOMI_OCCURRENCE_TITLE,
                          koyomi_text_is_blank (text) ? "" : text);

  return koyomi_workspace_save (self->workspace, record);
}

static gboolean
text_cb (GtkWidget  *field,
         const char *text,
         gpointer    data)
{
  KoyomiRunPanel *self = data;
  g_autoptr(KoyomiRecord) run = NULL;
  TextId id = 0;

  read_again (self);
  run = koyomi_record_copy (self->run);
  while (self->texts[id] != field)
    id++;

  if (id == TEXT_REASON && koyomi_text_is_blank (text))
    {
      koyomi_text_field_set_message (KOYOMI_TEXT_FIELD (field), koyomi_workspace_tr (self->workspace, "Say why it was not done."));
      return FALSE;
    }

  koyomi_record_set_text (run, text_fields[id].field, koyomi_text_is_blank (text) ? "" : text);

  return koyomi_workspace_save (self->workspace, run);
}

static gboolean
set_days (KoyomiRunPanel *self,
          guint32         first_day,
          guint32         last_day)
{
  g_autoptr(GError) error = NULL;

  if (koyomi_run_set_days (koyomi_workspace_get_session (self->workspace), koyomi_record_get_id (self->run), first_day, last_day,
                           koyomi_workspace_get_language (self->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The days were not changed"), error);

  return FALSE;
}

/* A run whose first day moves behind its last one moves as a whole. */
static gboolean
first_day_cb (KoyomiRunPanel *self,
              guint32         day)
{
  guint32 first_day, last_day;

  read_again (self);
  first_day = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_FIRST_DAY);
  last_day = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_LAST_DAY);

  return set_days (self, day, day > last_day ? MIN (KOYOMI_DAY_LAST, day + (last_day - first_day)) : last_day);
}

static gboolean
last_day_cb (KoyomiRunPanel *self,
             guint32         day)
{
  guint32 first_day;

  read_again (self);
  first_day = koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_FIRST_DAY);
  if (day < first_day)
    {
      koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->last_day),
                                    koyomi_workspace_tr (self->workspace, "Before the first day. Change that one first."));
      return FALSE;
    }

  return set_days (self, first_day, day);
}

static gboolean
status_cb (KoyomiRunPanel *self,
           KoyomiStatus    status,
           guint32         day)
{
  g_autoptr(GArray) runs = make_array (self);

  koyomi_run_panel_commit (self);
  if (status == KOYOMI_STATUS_SKIPPED)
    koyomi_skip_dialog_present (get_window (self), self->workspace, runs);
  else if (status == KOYOMI_STATUS_MISSED)
    koyomi_miss_dialog_present (get_window (self), self->workspace, runs);
  else
    return set_status (self, status, day);

  return FALSE;
}

static gboolean
begun_cb (KoyomiRunPanel *self,
          guint32         day)
{
  g_autoptr(KoyomiRecord) run = NULL;

  read_again (self);
  run = koyomi_record_copy (self->run);
  koyomi_record_set_int (run, KOYOMI_OCCURRENCE_ACTUAL_FIRST, day);

  return koyomi_workspace_save (self->workspace, run);
}

static gboolean
progress_cb (KoyomiRunPanel *self,
             int             percent)
{
  gint64 id = koyomi_record_get_id (self->run);
  g_autoptr(GError) error = NULL;

  if (koyomi_runs_set_progress (koyomi_workspace_get_session (self->workspace), &id, 1, percent,
                                koyomi_workspace_get_language (self->workspace), &error))
    return TRUE;

  koyomi_workspace_fail (self->workspace, koyomi_workspace_tr (self->workspace, "The progress was not changed"), error);

  return FALSE;
}

static void
function_cb (KoyomiRunPanel *self,
             KoyomiChoice   *choice)
{
  g_autoptr(KoyomiRecord) activity = NULL;

  read_again (self);
  activity = koyomi_record_copy (self->activity);
  koyomi_record_set_int (activity, KOYOMI_ACTIVITY_FUNCTION, koyomi_choice_get_id (choice));
  koyomi_workspace_save (self->workspace, activity);
}

static void
team_cb (KoyomiRunPanel *self,
         KoyomiChoice   *choice)
{
  g_autoptr(GArray) runs = make_array (self);

  koyomi_run_commands_assign (self->workspace, runs, koyomi_choice_get_id (choice));
}

static void
append (KoyomiRunPanel *self,
        GtkWidget      *child)
{
  gtk_box_append (GTK_BOX (self->box), child);
}

static void
append_days (KoyomiRunPanel *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->first_day = koyomi_day_entry_new (koyomi_tr (language, "First day"), language);
  self->last_day = koyomi_day_entry_new (koyomi_tr (language, "Last day"), language);
  self->original = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->original), 0);
  gtk_label_set_wrap (GTK_LABEL (self->original), TRUE);
  gtk_widget_add_css_class (self->original, "caption");
  gtk_widget_add_css_class (self->original, "koyomi-original");
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), self->first_day);
  gtk_box_append (GTK_BOX (line), self->last_day);
  append (self, line);
  append (self, self->original);

  g_signal_connect_object (self->first_day, "commit", G_CALLBACK (first_day_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->last_day, "commit", G_CALLBACK (last_day_cb), self, G_CONNECT_SWAPPED);
}

static void
append_texts (KoyomiRunPanel *self)
{
  for (TextId id = 0; id < N_TEXTS; id++)
    {
      const char *caption = koyomi_workspace_tr (self->workspace, text_fields[id].caption);

      self->texts[id] = text_fields[id].is_multi_line ? koyomi_text_field_new_multi_line (caption) : koyomi_text_field_new (caption);
      g_signal_connect_object (self->texts[id], "commit", G_CALLBACK (text_cb), self, 0);
      append (self, self->texts[id]);
    }
}

static void
append_title (KoyomiRunPanel *self)
{
  self->title = koyomi_text_field_new (koyomi_workspace_tr (self->workspace, "Title"));
  koyomi_text_field_hide_caption (KOYOMI_TEXT_FIELD (self->title));
  gtk_widget_add_css_class (self->title, "koyomi-title");
  g_signal_connect_object (self->title, "commit", G_CALLBACK (title_cb), self, G_CONNECT_SWAPPED);
  append (self, self->title);
}

static void
append_fields (KoyomiRunPanel *self)
{
  KoyomiWorkspace *workspace = self->workspace;

  append_title (self);
  append (self, self->head = koyomi_run_head_new (workspace));
  append_days (self);
  append (self, self->status = koyomi_status_field_new (workspace));
  append (self, self->progress = koyomi_progress_field_new (koyomi_workspace_tr (workspace, "Progress")));
  append (self, self->function = koyomi_function_chooser_new (workspace, koyomi_workspace_tr (workspace, "Function")));
  append (self, self->team = koyomi_team_chooser_new (workspace, koyomi_workspace_tr (workspace, "Team")));
  append_texts (self);
  append (self, self->evidence = koyomi_evidence_section_new (workspace, KOYOMI_PROOF_OCCURRENCE, koyomi_workspace_tr (workspace,
                          "Minutes, reports, tickets: what proves that it was done.")));
  append (self, self->dependencies = koyomi_dependency_section_new (workspace));
  append (self, self->activity_section = koyomi_activity_section_new (workspace));

  g_signal_connect_object (self->status, "chosen", G_CALLBACK (status_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->status, "begun", G_CALLBACK (begun_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->progress, "commit", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->function, "chosen", G_CALLBACK (function_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->team, "chosen", G_CALLBACK (team_cb), self, G_CONNECT_SWAPPED);
}

/* A run of a year that is closed is only read, as is everything in what was opened only to be read. */
static gboolean
can_edit (KoyomiRunPanel *self)
{
  return koyomi_workspace_can_edit (self->workspace) &&
         (self->run == NULL || !koyomi_session_is_run_closed (koyomi_workspace_get_session (self->workspace), self->run));
}

/* Evidence can still be opened. */
static void
close_fields (KoyomiRunPanel *self)
{
  gboolean is_open = can_edit (self);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_sensitive (child, is_open || child == self->evidence);
}

GtkWidget *
koyomi_run_panel_new (KoyomiWorkspace *workspace)
{
  KoyomiRunPanel *self = g_object_new (KOYOMI_TYPE_RUN_PANEL, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->box, "koyomi-panel");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  append_fields (self);
  close_fields (self);

  return GTK_WIDGET (self);
}

static void
show_original (KoyomiRunPanel *self)
{
  g_autofree char *days = koyomi_day_format_span (koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_ORIGINAL_FIRST),
                                                  koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_ORIGINAL_LAST),
                                                  koyomi_workspace_get_language (self->workspace));
  g_autofree char *text = g_strdup_printf (koyomi_workspace_tr (self->workspace, "First planned: %s"), days);

  gtk_label_set_text (GTK_LABEL (self->original), text);
  gtk_widget_set_visible (self->original, koyomi_occurrence_is_moved (self->run));
}

static void
show_text (GtkWidget  *field,
           const char *text,
           gboolean    is_other)
{
  if (is_other)
    koyomi_text_field_replace (KOYOMI_TEXT_FIELD (field), text);
  else
    koyomi_text_field_show (KOYOMI_TEXT_FIELD (field), text);
}

static void
show_day (GtkWidget *entry,
          guint32    day,
          gboolean   is_other)
{
  if (is_other)
    koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (entry), day);
  else
    koyomi_day_entry_show_day (KOYOMI_DAY_ENTRY (entry), day);
}

static void
show_title (KoyomiRunPanel *self,
            gboolean        is_other)
{
  const char *title = koyomi_record_get_title (self->activity);

  koyomi_text_field_set_placeholder (KOYOMI_TEXT_FIELD (self->title), title);
  show_text (self->title, has_activity_title (self) ? title : koyomi_record_get_title (self->run), is_other);
}

static void
show_team (KoyomiRunPanel *self)
{
  gint64 team = koyomi_record_get_int (self->run, KOYOMI_OCCURRENCE_TEAM);
  gint64 usual = koyomi_record_get_int (self->activity, KOYOMI_ACTIVITY_TEAM);
  g_autoptr(KoyomiRecord) record = NULL;
  g_autofree char *none = NULL;

  if (usual != 0)
    record = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_TEAM, usual,
                                 koyomi_workspace_get_language (self->workspace), NULL);
  if (record != NULL)
    /* Translators: the team of an activity, which its runs have as well; %s is its name */
    none = g_strdup_printf (koyomi_workspace_tr (self->workspace, "As the activity: %s"), koyomi_record_get_title (record));
  else
    none = g_strdup (koyomi_workspace_tr (self->workspace, "Whoever does the function"));

  koyomi_chooser_set_none (KOYOMI_CHOOSER (self->team), none);
  koyomi_team_chooser_show_team (KOYOMI_CHOOSER (self->team), self->workspace, team);
}

static void
show_fields (KoyomiRunPanel *self,
             gboolean        is_other)
{
  KoyomiStatus status = koyomi_record_get_int (self->run, KOYOMI_OCCURRENCE_STATUS);
  gboolean is_open = status == KOYOMI_STATUS_PLANNED || status == KOYOMI_STATUS_DOING;

  close_fields (self);
  show_title (self, is_other);
  koyomi_run_head_show_run (KOYOMI_RUN_HEAD (self->head), self->run);
  show_day (self->first_day, koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_FIRST_DAY), is_other);
  show_day (self->last_day, koyomi_record_get_day (self->run, KOYOMI_OCCURRENCE_LAST_DAY), is_other);
  show_original (self);
  koyomi_status_field_show_run (KOYOMI_STATUS_FIELD (self->status), self->run, is_other);
  koyomi_progress_field_show_percent (KOYOMI_PROGRESS_FIELD (self->progress),
                                      koyomi_record_get_int (self->run, KOYOMI_OCCURRENCE_PROGRESS), is_other);
  gtk_widget_set_sensitive (self->progress, is_open && can_edit (self));
  koyomi_function_chooser_show_function (KOYOMI_CHOOSER (self->function), self->workspace,
                                         koyomi_record_get_int (self->activity, KOYOMI_ACTIVITY_FUNCTION));
  show_team (self);

  for (TextId id = 0; id < N_TEXTS; id++)
    show_text (self->texts[id], koyomi_record_get_text (self->run, text_fields[id].field), is_other);
  gtk_widget_set_visible (self->texts[TEXT_REASON], status == KOYOMI_STATUS_SKIPPED || status == KOYOMI_STATUS_MISSED);
}

/**
 * koyomi_run_panel_show_run:
 *
 * Shows the run, or shows it anew: what is being typed stays then. What was typed for another run is written before.
 *
 * Returns: FALSE when there is no such run
 */
gboolean
koyomi_run_panel_show_run (KoyomiRunPanel *self,
                           gint64          run)
{
  gboolean is_other;

  g_return_val_if_fail (KOYOMI_IS_RUN_PANEL (self), FALSE);

  is_other = self->run == NULL || koyomi_record_get_id (self->run) != run;
  if (is_other)
    koyomi_run_panel_commit (self);
  if (!read_run (self, run))
    return FALSE;

  show_fields (self, is_other);
  koyomi_evidence_section_show (KOYOMI_EVIDENCE_SECTION (self->evidence), koyomi_record_get_id (self->run));
  koyomi_dependency_section_show_run (KOYOMI_DEPENDENCY_SECTION (self->dependencies), self->run);
  koyomi_activity_section_show_activity (KOYOMI_ACTIVITY_SECTION (self->activity_section), self->activity);

  return TRUE;
}

/* Goes to the title, to edit the run. */
void
koyomi_run_panel_focus (KoyomiRunPanel *self)
{
  g_return_if_fail (KOYOMI_IS_RUN_PANEL (self));

  if (!gtk_widget_grab_focus (self->title))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* Writes what is typed but not yet handed in. A run that is gone has nothing to be written to. */
void
koyomi_run_panel_commit (KoyomiRunPanel *self)
{
  g_return_if_fail (KOYOMI_IS_RUN_PANEL (self));

  if (self->run == NULL || !koyomi_workspace_can_edit (self->workspace) || !read_again (self))
    return;

  koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->title));
  koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->first_day));
  koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->last_day));
  koyomi_status_field_commit (KOYOMI_STATUS_FIELD (self->status));
  koyomi_progress_field_commit (KOYOMI_PROGRESS_FIELD (self->progress));
  for (TextId id = 0; id < N_TEXTS; id++)
    koyomi_text_field_commit (KOYOMI_TEXT_FIELD (self->texts[id]));
  koyomi_dependency_section_commit (KOYOMI_DEPENDENCY_SECTION (self->dependencies));
  koyomi_activity_section_commit (KOYOMI_ACTIVITY_SECTION (self->activity_section));
}
