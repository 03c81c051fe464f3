#include "koyomi-runs-panel.h"

#include "koyomi-closed-year.h"
#include "koyomi-day.h"
#include "koyomi-move-dialog.h"
#include "koyomi-occurrence.h"
#include "koyomi-plan-choosers.h"
#include "koyomi-run-commands.h"
#include "koyomi-skip-dialog.h"
#include "koyomi-ui.h"

struct _KoyomiRunsPanel
{
  GtkWidget           parent_instance;

  KoyomiWorkspace    *workspace;
  KoyomiRunSelection *selection;
  GtkWidget          *count_label;
  GtkWidget          *states_label;
  GtkWidget          *commands;
  GtkWidget          *team_place;
  GtkWidget          *team;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRunsPanel, count_label),
  KOYOMI_UI_CHILD (KoyomiRunsPanel, states_label),
  KOYOMI_UI_CHILD (KoyomiRunsPanel, commands),
  KOYOMI_UI_CHILD (KoyomiRunsPanel, team_place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRunsPanel, koyomi_runs_panel, GTK_TYPE_WIDGET)

static void
command_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  KoyomiRunsPanel *self = KOYOMI_RUNS_PANEL (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autoptr(GArray) runs = koyomi_run_selection_list (self->selection);

  if (g_str_equal (name, "runs.mark-done"))
    koyomi_run_commands_set_status (self->workspace, runs, KOYOMI_STATUS_DONE, koyomi_day_today (), NULL);
  else if (g_str_equal (name, "runs.move"))
    koyomi_move_dialog_present (window, self->workspace, runs);
  else if (g_str_equal (name, "runs.skip"))
    koyomi_skip_dialog_present (window, self->workspace, runs);
  else
    koyomi_run_commands_delete (self->workspace, runs);
}

static void
koyomi_runs_panel_dispose (GObject *object)
{
  KoyomiRunsPanel *self = KOYOMI_RUNS_PANEL (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_runs_panel_parent_class)->dispose (object);
}

static void
koyomi_runs_panel_class_init (KoyomiRunsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_runs_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  gtk_widget_class_install_action (widget_class, "runs.mark-done", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "runs.move", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "runs.skip", NULL, command_action);
  gtk_widget_class_install_action (widget_class, "runs.delete", NULL, command_action);
}

static void
koyomi_runs_panel_init (KoyomiRunsPanel *self)
{
}

static void
team_cb (KoyomiRunsPanel *self,
         KoyomiChoice    *choice)
{
  g_autoptr(GArray) runs = koyomi_run_selection_list (self->selection);

  koyomi_run_commands_assign (self->workspace, runs, koyomi_choice_get_id (choice));
}

GtkWidget *
koyomi_runs_panel_new (KoyomiWorkspace    *workspace,
                       KoyomiRunSelection *selection)
{
  KoyomiRunsPanel *self = g_object_new (KOYOMI_TYPE_RUNS_PANEL, NULL);
  const char *caption = koyomi_workspace_tr (workspace, "Assign Team…");

  self->workspace = g_object_ref (workspace);
  self->selection = g_object_ref (selection);
  koyomi_ui_build (self, KOYOMI_TYPE_RUNS_PANEL, "koyomi-runs-panel", koyomi_workspace_get_language (workspace), children);

  self->team = koyomi_team_chooser_new (workspace, caption);
  koyomi_chooser_set_text (KOYOMI_CHOOSER (self->team), caption);
  koyomi_chooser_set_none (KOYOMI_CHOOSER (self->team), koyomi_workspace_tr (workspace, "Usual team: the activity's, else the function's"));
  gtk_box_append (GTK_BOX (self->team_place), self->team);
  gtk_widget_set_hexpand (self->team, TRUE);
  g_signal_connect_object (self->team, "chosen", G_CALLBACK (team_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Runs are chosen in one year: where the first of them is closed, so are the others. */
static gboolean
can_edit (KoyomiRunsPanel *self,
          GArray          *runs)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  g_autoptr(KoyomiRecord) run = NULL;

  if (runs->len > 0)
    run = koyomi_session_get (session, KOYOMI_TABLE_OCCURRENCE, g_array_index (runs, gint64, 0),
                              koyomi_workspace_get_language (self->workspace), NULL);

  return koyomi_workspace_can_edit (self->workspace) && (run == NULL || !koyomi_session_is_run_closed (session, run));
}

static void
count_states (KoyomiRunsPanel *self,
              GArray          *runs,
              guint            counts[KOYOMI_N_STATES])
{
  guint32 today = koyomi_day_today ();

  for (guint i = 0; i < runs->len; i++)
    {
      g_autoptr(KoyomiRecord) run = koyomi_session_get (koyomi_workspace_get_session (self->workspace), KOYOMI_TABLE_OCCURRENCE,
                                                        g_array_index (runs, gint64, i),
                                                        koyomi_workspace_get_language (self->workspace), NULL);

      if (run != NULL)
        counts[koyomi_occurrence_get_state (run, today)]++;
    }
}

/* To be called when other runs are chosen, or when they have changed. */
void
koyomi_runs_panel_update (KoyomiRunsPanel *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autoptr(GArray) runs = NULL;
  g_autoptr(GString) states = g_string_new (NULL);
  g_autofree char *count = NULL;
  guint counts[KOYOMI_N_STATES] = { 0 };

  g_return_if_fail (KOYOMI_IS_RUNS_PANEL (self));

  runs = koyomi_run_selection_list (self->selection);
  count = g_strdup_printf (koyomi_ntr (language, "%u run selected", "%u runs selected", runs->len), runs->len);
  count_states (self, runs, counts);
  for (guint i = 0; i < KOYOMI_N_STATES; i++)
    if (counts[i] > 0)
      g_string_append_printf (states, "%s%s %s %u", states->len > 0 ? "   " : "", koyomi_state_get_glyph (i),
                              koyomi_state_get_label (i, language), counts[i]);

  gtk_widget_set_sensitive (self->commands, can_edit (self, runs));
  gtk_label_set_text (GTK_LABEL (self->count_label), count);
  gtk_label_set_text (GTK_LABEL (self->states_label), states->str);
}
