#include "koyomi-scroll-wheel.h"

typedef struct
{
  GtkAdjustment *down;
  GtkAdjustment *across;
  int            steps_down;
  int            steps_across;
} ScrollWheel;

static void
scroll (GtkAdjustment *adjustment,
        double         by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           ScrollWheel              *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean notches = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (state & GDK_SHIFT_MASK)
    {
      dx += dy;
      dy = 0;
    }
  if (dx != 0)
    scroll (self->across, notches ? dx * self->steps_across * gtk_adjustment_get_step_increment (self->across) : dx);
  if (dy != 0)
    scroll (self->down, notches ? dy * self->steps_down * gtk_adjustment_get_step_increment (self->down) : dy);

  return TRUE;
}

static void
free_wheel (gpointer  data,
            GClosure *closure)
{
  ScrollWheel *self = data;

  g_object_unref (self->down);
  g_object_unref (self->across);
  g_free (self);
}

/* Has wheel and touchpad scroll; with Shift to the side. @steps_down, @steps_across: of the adjustments, for a notch of the wheel */
void
koyomi_scroll_wheel_attach (GtkWidget     *widget,
                            GtkAdjustment *down,
                            GtkAdjustment *across,
                            int            steps_down,
                            int            steps_across)
{
  GtkEventController *controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  ScrollWheel *self = g_new (ScrollWheel, 1);

  *self = (ScrollWheel) { g_object_ref (down), g_object_ref (across), steps_down, steps_across };
  g_signal_connect_data (controller, "scroll", G_CALLBACK (scroll_cb), self, free_wheel, 0);
  gtk_widget_add_controller (widget, controller);
}
