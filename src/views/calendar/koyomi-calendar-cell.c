#include "koyomi-calendar-cell.h"

#include "koyomi-day.h"

#include <math.h>

struct _KoyomiCalendarCell
{
  GtkWidget       parent_instance;

  KoyomiCellKind  kind;
  gint64          id;
  KoyomiRect      rect;     /* in the canvas */
  KoyomiBar       named;    /* what the name says, but for the title */
  char           *title;
  char           *more;     /* what the name leaves out; NULL for nothing */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiCalendarCell, koyomi_calendar_cell, GTK_TYPE_WIDGET)

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
  g_signal_emit (widget, signals[SIGNAL_ACTIVATED], 0, name);
}

/* On a run the space bar marks it done, which is for the rows. */
static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  if (KOYOMI_CALENDAR_CELL (widget)->kind == KOYOMI_CELL_RUN)
    return FALSE;

  activate_action (widget, "cell.open", NULL);

  return TRUE;
}

static void
koyomi_calendar_cell_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
koyomi_calendar_cell_finalize (GObject *object)
{
  g_free (KOYOMI_CALENDAR_CELL (object)->title);
  g_free (KOYOMI_CALENDAR_CELL (object)->more);

  G_OBJECT_CLASS (koyomi_calendar_cell_parent_class)->finalize (object);
}

static void
koyomi_calendar_cell_class_init (KoyomiCalendarCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = koyomi_calendar_cell_finalize;
  widget_class->measure = koyomi_calendar_cell_measure;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", KOYOMI_TYPE_CALENDAR_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "cell.open", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "cell.mark-done", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "cell.move-earlier", NULL, activate_action);
  gtk_widget_class_install_action (widget_class, "cell.move-later", NULL, activate_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "cell.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "cell.open", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
koyomi_calendar_cell_init (KoyomiCalendarCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
koyomi_calendar_cell_new (KoyomiCellKind kind,
                          gint64         id)
{
  KoyomiCalendarCell *self = g_object_new (KOYOMI_TYPE_CALENDAR_CELL, NULL);

  self->kind = kind;
  self->id = id;

  return GTK_WIDGET (self);
}

gint64
koyomi_calendar_cell_get_id (KoyomiCalendarCell *self)
{
  return self->id;
}

/* Makes the cell stand over another thing of its kind, which it is then to be named after. */
void
koyomi_calendar_cell_set_id (KoyomiCalendarCell *self,
                             gint64              id)
{
  self->id = id;
}

/* @rect: in the canvas */
void
koyomi_calendar_cell_set_rect (KoyomiCalendarCell *self,
                               KoyomiRect          rect)
{
  self->rect = rect;
}

/* Gives the cell its place. @x: the left edge of the canvas in the parent */
void
koyomi_calendar_cell_allocate (KoyomiCalendarCell *self,
                               double              x)
{
  GtkAllocation place = {
    floor (x + self->rect.x), floor (self->rect.y), MAX (ceil (self->rect.width), 1), MAX (ceil (self->rect.height), 1)
  };

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &place, -1);
}

/* Names the cell for a screen reader. */
void
koyomi_calendar_cell_name (KoyomiCalendarCell *self,
                           const char         *name)
{
  if (g_strcmp0 (self->title, name) == 0)
    return;

  g_free (self->title);
  self->title = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_named (KoyomiCalendarCell *self,
          const KoyomiBar    *bar)
{
  return self->named.state == bar->state && self->named.first_day == bar->first_day && self->named.last_day == bar->last_day &&
         self->named.progress == bar->progress && g_strcmp0 (self->title, bar->title) == 0;
}

/* Names the cell after a run. */
void
koyomi_calendar_cell_name_run (KoyomiCalendarCell *self,
                               const KoyomiBar    *bar,
                               KoyomiLanguage      language)
{
  g_autofree char *text = NULL;

  if (is_named (self, bar))
    return;

  text = koyomi_bar_describe (bar, language);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  self->named = *bar;
  g_free (self->title);
  self->title = g_strdup (bar->title);
}

/* Tells a screen reader more than the name. @more: (nullable) */
void
koyomi_calendar_cell_describe (KoyomiCalendarCell *self,
                               const char         *more)
{
  if (g_strcmp0 (self->more, more) == 0)
    return;

  g_free (self->more);
  self->more = g_strdup (more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, more != NULL ? more : "", -1);
}

/* Returns: (transfer full): the run in a line, such as: Internal audit, late, 2026-07-01 – 2026-07-31, 60 % */
char *
koyomi_bar_describe (const KoyomiBar *self,
                     KoyomiLanguage   language)
{
  g_autofree char *days = koyomi_day_format_span (self->first_day, self->last_day, language);
  const char *comma = language == KOYOMI_LANGUAGE_JA ? "、" : ", ";
  GString *text = g_string_new (self->title);

  g_string_append_printf (text, "%s%s%s%s", comma, koyomi_state_get_label (self->state, language), comma, days);
  if (self->progress > 0 && self->progress < 100)
    g_string_append_printf (text, "%s%d %%", comma, self->progress);

  return g_string_free (text, FALSE);
}
