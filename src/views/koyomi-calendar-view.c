#include "koyomi-calendar-view.h"

#include "koyomi-run-selection.h"
#include "koyomi-ui.h"

#include <adwaita.h>

struct _KoyomiCalendarView
{
  GtkWidget            parent_instance;

  KoyomiWorkspace     *workspace;
  KoyomiRunSelection  *selection;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiCalendarView, koyomi_calendar_view, GTK_TYPE_WIDGET)

static void
koyomi_calendar_view_dispose (GObject *object)
{
  KoyomiCalendarView *self = KOYOMI_CALENDAR_VIEW (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->selection);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_calendar_view_parent_class)->dispose (object);
}

static void
koyomi_calendar_view_class_init (KoyomiCalendarViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_calendar_view_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_calendar_view_init (KoyomiCalendarView *self)
{
  self->selection = koyomi_run_selection_new ();
}

GtkWidget *
koyomi_calendar_view_new (KoyomiWorkspace *workspace)
{
  KoyomiCalendarView *self = g_object_new (KOYOMI_TYPE_CALENDAR_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_CALENDAR_VIEW, "koyomi-calendar-view", koyomi_workspace_get_language (workspace), children);

  return GTK_WIDGET (self);
}
