#include "koyomi-drill-marks.h"

#include "koyomi-day.h"
#include "koyomi-drill-coverage.h"

typedef struct
{
  guint32    day;
  GtkWidget *button;    /* a child of the head */
} Mark;

struct _KoyomiDrillMarks
{
  GtkWidget           *head;       /* not owned: it owns this */
  KoyomiCalendarSheet *sheet;
  GArray              *marks;      /* (element-type Mark) */
  guint                load_id;    /* of the source that will load; 0 while nothing is to be loaded */
};

static void
clear_mark (gpointer data)
{
  gtk_widget_unparent (((Mark *) data)->button);
}

static void
add_mark (KoyomiDrillMarks      *self,
          const KoyomiNextDrill *drill)
{
  g_autofree char *day = koyomi_day_format (drill->day);
  g_autofree char *text = NULL;
  Mark mark = { drill->day, gtk_button_new_with_label ("◆") };

  /* Translators: the drill before the next one, and the day until when that is due */
  text = g_strdup_printf (koyomi_tr (koyomi_calendar_sheet_get_language (self->sheet), N_("Next drill after “%1$s”: %2$s")),
                          drill->title, day);
  gtk_widget_set_tooltip_text (mark.button, text);
  gtk_widget_set_focusable (mark.button, FALSE);
  gtk_widget_add_css_class (mark.button, "koyomi-drill-mark");
  if (drill->is_late)
    gtk_widget_add_css_class (mark.button, "koyomi-late");
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark.button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (mark.button), "x", drill->incident);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (mark.button), "plan.show-incident");
  gtk_widget_set_parent (mark.button, self->head);
  g_array_append_val (self->marks, mark);
}

static gboolean
load_cb (gpointer data)
{
  KoyomiDrillMarks *self = data;
  KoyomiWorkspace *workspace = koyomi_calendar_sheet_get_workspace (self->sheet);
  g_autoptr(GPtrArray) drills = koyomi_session_list_next_drills (koyomi_workspace_get_session (workspace), koyomi_day_today (),
                                                                 koyomi_workspace_get_language (workspace), NULL);

  self->load_id = 0;
  g_array_set_size (self->marks, 0);
  for (guint i = 0; drills != NULL && i < drills->len; i++)
    add_mark (self, g_ptr_array_index (drills, i));
  gtk_widget_queue_allocate (self->head);

  return G_SOURCE_REMOVE;
}

static void
load_soon (KoyomiDrillMarks *self)
{
  if (self->load_id == 0 && gtk_widget_get_mapped (self->head))
    self->load_id = g_idle_add_full (G_PRIORITY_LOW, load_cb, self, NULL);
}

KoyomiDrillMarks *
koyomi_drill_marks_new (GtkWidget           *head,
                        KoyomiCalendarSheet *sheet)
{
  KoyomiDrillMarks *self = g_new0 (KoyomiDrillMarks, 1);

  self->head = head;
  self->sheet = g_object_ref (sheet);
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  g_signal_connect_swapped (koyomi_calendar_sheet_get_workspace (sheet), "changed", G_CALLBACK (load_soon), self);
  g_signal_connect_data (head, "map", G_CALLBACK (load_soon), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

void
koyomi_drill_marks_free (KoyomiDrillMarks *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->load_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (koyomi_calendar_sheet_get_workspace (self->sheet), self);
  g_signal_handlers_disconnect_by_data (self->head, self);
  g_array_unref (self->marks);
  g_object_unref (self->sheet);
  g_free (self);
}

/* @left: the width of the column of names */
void
koyomi_drill_marks_allocate (KoyomiDrillMarks *self,
                             int               left)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  int head = koyomi_timeline_get_head_height (timeline);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      double x = koyomi_time_scale_day_to_x (&timeline->time, mark->day + 0.5);
      gboolean is_seen = timeline->calendar != NULL && mark->day >= timeline->time.first_day && mark->day <= timeline->time.last_day &&
                         x >= 0 && x <= timeline->time.width;
      GtkRequisition size;

      gtk_widget_set_child_visible (mark->button, is_seen);
      gtk_widget_get_preferred_size (mark->button, &size, NULL);
      if (is_seen)
        gtk_widget_size_allocate (mark->button, &(GtkAllocation) { left + x - size.width / 2, head - size.height, size.width, size.height },
                                  -1);
    }
}
