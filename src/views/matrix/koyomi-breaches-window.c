#include "koyomi-breaches-window.h"

#include "koyomi-breach-panel.h"

struct _KoyomiBreachesWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *body;

  GtkWidget        *plan;     /* not owned; NULL when it is gone */
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiBreachesWindow, body),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiBreachesWindow, koyomi_breaches_window, KOYOMI_TYPE_PLAN_WINDOW)

/* The panel refreshes itself. */
static gboolean
koyomi_breaches_window_refresh (KoyomiPlanWindow  *window,
                                GError           **error)
{
  return TRUE;
}

/* The calendar shows the run, and the window makes way. */
static void
run_activated_cb (KoyomiBreachesWindow *self,
                  gint64                run)
{
  if (self->plan == NULL)
    return;

  gtk_widget_activate_action (self->plan, "calendar.show-run", "x", run);
  gtk_window_close (GTK_WINDOW (self));
}

/* Likewise the matrix. */
static void
cell_activated_cb (KoyomiBreachesWindow *self,
                   gint64                function,
                   gint64                team)
{
  if (self->plan == NULL)
    return;

  gtk_widget_activate_action (self->plan, "plan.show-cell", "(xx)", function, team);
  gtk_window_close (GTK_WINDOW (self));
}

static void
koyomi_breaches_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_weak_pointer (&KOYOMI_BREACHES_WINDOW (object)->plan);

  G_OBJECT_CLASS (koyomi_breaches_window_parent_class)->dispose (object);
}

static void
koyomi_breaches_window_class_init (KoyomiBreachesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_breaches_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_breaches_window_refresh;
}

static void
koyomi_breaches_window_init (KoyomiBreachesWindow *self)
{
}

static void
present (GtkWindow       *parent,
         KoyomiWorkspace *workspace,
         GtkWidget       *plan,
         GtkWidget       *panel)
{
  KoyomiBreachesWindow *self = g_object_new (KOYOMI_TYPE_BREACHES_WINDOW, NULL);

  g_set_weak_pointer (&self->plan, plan);
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-matrix-breaches-window", children);
  gtk_widget_set_vexpand (panel, TRUE);
  gtk_box_append (GTK_BOX (self->body), panel);
  g_signal_connect_object (panel, "run-activated", G_CALLBACK (run_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "cell-activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), panel);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}

/* @plan: a widget in the view of the plan, whose actions “calendar.show-run” and “plan.show-cell” show what is gone to */
void
koyomi_breaches_window_present (GtkWindow       *parent,
                                KoyomiWorkspace *workspace,
                                GtkWidget       *plan)
{
  present (parent, workspace, plan, koyomi_breach_panel_new (workspace, NULL));
}

/**
 * koyomi_breaches_window_present_function:
 * @plan: as with koyomi_breaches_window_present()
 * @catalogue: the code of the function's catalogue
 * @day: as of which the rules are checked
 *
 * Begins with what one function breaks.
 */
void
koyomi_breaches_window_present_function (GtkWindow       *parent,
                                         KoyomiWorkspace *workspace,
                                         GtkWidget       *plan,
                                         const char      *catalogue,
                                         KoyomiRecord    *function,
                                         guint32          day)
{
  GtkWidget *panel = koyomi_breach_panel_new (workspace, catalogue);

  koyomi_breach_panel_show_function (KOYOMI_BREACH_PANEL (panel), function, day);
  present (parent, workspace, plan, panel);
}
