#include "koyomi-run-inspector.h"

#include "koyomi-run-panel.h"
#include "koyomi-runs-panel.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiRunInspector
{
  GtkWidget           parent_instance;

  KoyomiWorkspace    *workspace;
  KoyomiRunSelection *selection;
  GtkWidget          *stack;
  GtkWidget          *scroller;
  GtkWidget          *run_place;
  GtkWidget          *runs_place;
  KoyomiRunPanel     *run_panel;     /* NULL until a run has been chosen */
  KoyomiRunsPanel    *runs_panel;    /* NULL until several have been */
  gint64              shown;         /* the run that is shown; 0 for none */
  gboolean            is_stale;      /* nobody saw it when something changed */
  gboolean            is_awaited;    /* gets the focus once it is seen */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRunInspector, stack),
  KOYOMI_UI_CHILD (KoyomiRunInspector, scroller),
  KOYOMI_UI_CHILD (KoyomiRunInspector, run_place),
  KOYOMI_UI_CHILD (KoyomiRunInspector, runs_place),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiRunInspector, koyomi_run_inspector, GTK_TYPE_WIDGET)

static void
commit (KoyomiRunInspector *self)
{
  if (self->run_panel != NULL && self->shown != 0)
    koyomi_run_panel_commit (self->run_panel);
}

static void
show_run (KoyomiRunInspector *self,
          gint64              run)
{
  gboolean is_other = run != self->shown;

  if (self->run_panel == NULL)
    {
      self->run_panel = KOYOMI_RUN_PANEL (koyomi_run_panel_new (self->workspace));
      gtk_box_append (GTK_BOX (self->run_place), GTK_WIDGET (self->run_panel));
    }

  self->shown = koyomi_run_panel_show_run (self->run_panel, run) ? run : 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->shown != 0 ? "run" : "none");
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
show_runs (KoyomiRunInspector *self)
{
  if (self->runs_panel == NULL)
    {
      self->runs_panel = KOYOMI_RUNS_PANEL (koyomi_runs_panel_new (self->workspace, self->selection));
      gtk_box_append (GTK_BOX (self->runs_place), GTK_WIDGET (self->runs_panel));
    }

  self->shown = 0;
  koyomi_runs_panel_update (self->runs_panel);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "runs");
}

static void
update (KoyomiRunInspector *self)
{
  g_autoptr(GArray) runs = koyomi_run_selection_list (self->selection);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }

  self->is_stale = FALSE;
  if (runs->len == 1)
    show_run (self, g_array_index (runs, gint64, 0));
  else if (runs->len > 1)
    show_runs (self);
  else
    {
      self->shown = 0;
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "none");
    }
}

static void
focus (KoyomiRunInspector *self)
{
  self->is_awaited = FALSE;
  if (self->shown != 0)
    koyomi_run_panel_focus (self->run_panel);
  else if (self->runs_panel != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->runs_panel), GTK_DIR_TAB_FORWARD);
}

/* What is typed belongs to the run that was chosen before. */
static void
selection_changed_cb (KoyomiRunInspector *self)
{
  commit (self);
  update (self);
}

static void
koyomi_run_inspector_map (GtkWidget *widget)
{
  KoyomiRunInspector *self = KOYOMI_RUN_INSPECTOR (widget);

  GTK_WIDGET_CLASS (koyomi_run_inspector_parent_class)->map (widget);
  if (self->is_stale)
    update (self);
  if (self->is_awaited)
    focus (self);
}

static void
koyomi_run_inspector_unmap (GtkWidget *widget)
{
  commit (KOYOMI_RUN_INSPECTOR (widget));
  GTK_WIDGET_CLASS (koyomi_run_inspector_parent_class)->unmap (widget);
}

static void
koyomi_run_inspector_dispose (GObject *object)
{
  KoyomiRunInspector *self = KOYOMI_RUN_INSPECTOR (object);

  koyomi_ui_clear (object, children);
  self->run_panel = NULL;
  self->runs_panel = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_run_inspector_parent_class)->dispose (object);
}

static void
koyomi_run_inspector_class_init (KoyomiRunInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_run_inspector_dispose;
  widget_class->map = koyomi_run_inspector_map;
  widget_class->unmap = koyomi_run_inspector_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "calendar.go-to-rows", NULL);
}

static void
koyomi_run_inspector_init (KoyomiRunInspector *self)
{
  self->is_stale = TRUE;
}

GtkWidget *
koyomi_run_inspector_new (KoyomiWorkspace    *workspace,
                          KoyomiRunSelection *selection)
{
  KoyomiRunInspector *self = g_object_new (KOYOMI_TYPE_RUN_INSPECTOR, NULL);

  self->workspace = g_object_ref (workspace);
  self->selection = g_object_ref (selection);
  koyomi_ui_build (self, KOYOMI_TYPE_RUN_INSPECTOR, "koyomi-run-inspector", koyomi_workspace_get_language (workspace), children);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "flush", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* Goes to what can be edited of the runs that are chosen, as soon as the inspector is there. */
void
koyomi_run_inspector_edit (KoyomiRunInspector *self)
{
  g_return_if_fail (KOYOMI_IS_RUN_INSPECTOR (self));

  self->is_awaited = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus (self);
}
