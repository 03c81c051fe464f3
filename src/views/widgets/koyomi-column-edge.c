#include "koyomi-column-edge.h"

#include <math.h>

/* In the setting. The schema has the same. */
#define LEAST_WIDTH 120
#define MOST_WIDTH 1000

/* A key makes so much of a difference. */
#define STEP 20

/* Of the whole width at most. */
#define MOST_PART 0.5

/* The column grows with the text, up to this. */
#define MOST_SCALE 1.6

/* How wide the edge is for the pointer, and how much of that lies on the canvas. */
#define EDGE_WIDTH 8
#define EDGE_OVER 2

struct _KoyomiColumnEdge
{
  GtkWidget                   parent_instance;

  const KoyomiColumnEdgeKind *kind;
  GtkWidget                  *rows;      /* not owned: a sibling */
  GSettings                  *settings;
  double                      dragged;   /* the width while it is dragged; 0 else */
  double                      start_x;   /* where on the edge it was taken */
  double                      start_y;
};

G_DEFINE_FINAL_TYPE (KoyomiColumnEdge, koyomi_column_edge, GTK_TYPE_WIDGET)

static double
get_scale (KoyomiColumnEdge *self)
{
  return MIN (self->kind->get_scale (self->rows), MOST_SCALE);
}

static double
clamp_width (KoyomiColumnEdge *self,
             double            column,
             int               width)
{
  return MIN (MAX (column, LEAST_WIDTH * get_scale (self)), width * MOST_PART);
}

/* From the rows up to the widget that the edge is in: what is between them has to be laid out again as well. */
static void
queue_allocate (KoyomiColumnEdge *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  for (GtkWidget *widget = self->rows; widget != parent; widget = gtk_widget_get_parent (widget))
    gtk_widget_queue_allocate (widget);
  gtk_widget_queue_allocate (parent);
}

static void
keep_width (KoyomiColumnEdge *self,
            double            column)
{
  double kept = clamp_width (self, column, gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)))) / get_scale (self);

  g_settings_set_int (self->settings, self->kind->setting, CLAMP (round (kept), LEAST_WIDTH, MOST_WIDTH));
}

static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               KoyomiColumnEdge *self)
{
  self->start_x = x;
  self->start_y = y;
}

/* Makes the column as wide as the longest name in sight, with what stands behind it. */
static void
fit (KoyomiColumnEdge *self)
{
  keep_width (self, self->kind->measure_names (self->rows));
}

/* The edge moves with the pointer, so the place in it does not tell how far. */
static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            x,
                double            y,
                KoyomiColumnEdge *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_translate_coordinates (GTK_WIDGET (self), parent, self->start_x + x, self->start_y + y, &x, &y);
  self->dragged = MAX (x - self->start_x + EDGE_WIDTH - EDGE_OVER, 1);
  queue_allocate (self);
}

static void
drag_end_cb (GtkGestureDrag   *gesture,
             double            x,
             double            y,
             KoyomiColumnEdge *self)
{
  if (self->dragged > 0)
    keep_width (self, self->dragged);
  self->dragged = 0;
  queue_allocate (self);
}

static void
drag_cancel_cb (KoyomiColumnEdge *self)
{
  self->dragged = 0;
  queue_allocate (self);
}

static void
pressed_cb (KoyomiColumnEdge *self,
            int               n_presses)
{
  if (n_presses == 2)
    fit (self);
}

static void
koyomi_column_edge_measure (GtkWidget      *widget,
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
koyomi_column_edge_dispose (GObject *object)
{
  g_clear_object (&KOYOMI_COLUMN_EDGE (object)->settings);

  G_OBJECT_CLASS (koyomi_column_edge_parent_class)->dispose (object);
}

static void
koyomi_column_edge_class_init (KoyomiColumnEdgeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_column_edge_dispose;
  widget_class->measure = koyomi_column_edge_measure;

  gtk_widget_class_set_css_name (widget_class, "edge");
  /* Keys and the menu do the same. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
koyomi_column_edge_init (KoyomiColumnEdge *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* To be put over the rows, into the widget that gives them their place. @kind: kept as it is, so that it must be constant */
GtkWidget *
koyomi_column_edge_new (const KoyomiColumnEdgeKind *kind,
                        GtkWidget                  *rows,
                        GSettings                  *settings)
{
  KoyomiColumnEdge *self = g_object_new (KOYOMI_TYPE_COLUMN_EDGE, NULL);
  g_autofree char *signal = g_strconcat ("changed::", kind->setting, NULL);

  self->kind = kind;
  self->rows = rows;
  self->settings = g_object_ref (settings);
  g_signal_connect_object (self->settings, signal, G_CALLBACK (queue_allocate), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* @width: of the names and the canvas. Returns: that of the names */
int
koyomi_column_edge_get_width (KoyomiColumnEdge *self,
                              int               width)
{
  g_autoptr(GVariant) chosen = g_settings_get_user_value (self->settings, self->kind->setting);
  double column = g_settings_get_int (self->settings, self->kind->setting) * get_scale (self);

  if (self->dragged > 0)
    column = self->dragged;
  else if (chosen == NULL)
    column = MIN (column, width * self->kind->first_part);

  return clamp_width (self, column, width);
}

/* @left: where the canvas begins; @height: of the rows and their head */
void
koyomi_column_edge_allocate (KoyomiColumnEdge *self,
                             int               left,
                             int               height)
{
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (self), &(GtkAllocation) { left - EDGE_WIDTH + EDGE_OVER, 0, EDGE_WIDTH, MAX (height, 1) }, -1);
}

static void
widen (KoyomiColumnEdge *self,
       int               steps)
{
  int width = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)));

  keep_width (self, koyomi_column_edge_get_width (self, width) + steps * STEP * get_scale (self));
}

static KoyomiColumnEdge *
find_edge (GtkWidget *parent)
{
  GtkWidget *child = gtk_widget_get_first_child (parent);

  while (!KOYOMI_IS_COLUMN_EDGE (child))
    child = gtk_widget_get_next_sibling (child);

  return KOYOMI_COLUMN_EDGE (child);
}

static void
widen_action (GtkWidget  *parent,
              const char *name,
              GVariant   *parameter)
{
  widen (find_edge (parent), 1);
}

static void
narrow_action (GtkWidget  *parent,
               const char *name,
               GVariant   *parameter)
{
  widen (find_edge (parent), -1);
}

static void
fit_action (GtkWidget  *parent,
            const char *name,
            GVariant   *parameter)
{
  fit (find_edge (parent));
}

/* Gives widgets into which an edge is put its actions and keys. */
void
koyomi_column_edge_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "names.widen", NULL, widen_action);
  gtk_widget_class_install_action (klass, "names.narrow", NULL, narrow_action);
  gtk_widget_class_install_action (klass, "names.fit", NULL, fit_action);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_bracketright, GDK_CONTROL_MASK, "names.widen", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_bracketleft, GDK_CONTROL_MASK, "names.narrow", NULL);
}
