#include "koyomi-due-marks.h"

#include "koyomi-day.h"
#include "koyomi-deadlines.h"
#include "koyomi-drill-coverage.h"

/* Deadlines that are nearer to each other, in pixels, share a mark. */
#define MIN_DISTANCE 11

/* So many of the deadlines that share a mark its tooltip names; the rest is counted. */
#define MOST_LINES 8

typedef struct
{
  guint32    day;
  GtkWidget *button;      /* a child of the head */
  GPtrArray *deadlines;   /* (element-type KoyomiDeadline): of that day; NULL for a drill */
  guint      n_marks;     /* that this one stands for; 0 while another one stands for it */
} Mark;

struct _KoyomiDueMarks
{
  GtkWidget            *head;       /* not owned: it owns this */
  KoyomiCalendarSheet  *sheet;
  KoyomiDueMarksFunc    changed;
  GArray               *marks;      /* (element-type Mark): drills, then deadlines by their day */
  guint                 load_id;    /* of the source that will load; 0 while nothing is to be loaded */
};

/* A button does not let go of the list of deadlines by itself. */
static void
drop_popover (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_last_child (button);

  if (popover != NULL && GTK_IS_POPOVER (popover))
    gtk_widget_unparent (popover);
}

static void
clear_mark (gpointer data)
{
  Mark *mark = data;

  drop_popover (mark->button);
  gtk_widget_unparent (mark->button);
  g_clear_pointer (&mark->deadlines, g_ptr_array_unref);
}

static GtkWidget *
make_button (KoyomiDueMarks *self,
             const char     *glyph,
             const char     *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (glyph);

  gtk_widget_add_css_class (button, "koyomi-due-mark");
  gtk_widget_add_css_class (button, css_class);
  /* Below the cells of reports, so that these can still be pointed at. */
  gtk_widget_insert_after (button, self->head, NULL);

  return button;
}

static void
name_button (GtkWidget  *button,
             const char *text,
             gboolean    is_late)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (is_late)
    gtk_widget_add_css_class (button, "koyomi-late");
  else
    gtk_widget_remove_css_class (button, "koyomi-late");
}

static void
add_drill (KoyomiDueMarks        *self,
           const KoyomiNextDrill *drill)
{
  g_autofree char *day = koyomi_day_format (drill->day);
  g_autofree char *text = NULL;
  Mark mark = { drill->day, make_button (self, "◆", "koyomi-drill-mark"), NULL, 1 };

  /* Translators: the drill before the next one, and the day until when that is due */
  text = g_strdup_printf (koyomi_tr (koyomi_calendar_sheet_get_language (self->sheet), N_("Next drill after “%1$s”: %2$s")),
                          drill->title, day);
  name_button (mark.button, text, drill->is_late);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (mark.button), "x", drill->incident);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (mark.button), "plan.show-incident");
  g_array_append_val (self->marks, mark);
}

static Mark *
find_mark (KoyomiDueMarks *self,
           GtkWidget      *button)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).button == button)
      return &g_array_index (self->marks, Mark, i);

  return NULL;
}

/* Returns: (transfer container) (element-type KoyomiDeadline): all that the mark stands for */
static GPtrArray *
list_deadlines (const Mark *mark)
{
  GPtrArray *deadlines = g_ptr_array_new ();

  for (guint i = 0; i < MAX (mark->n_marks, 1); i++)
    g_ptr_array_extend (deadlines, mark[i].deadlines, NULL, NULL);

  return deadlines;
}

/* 2026-11-30 Corrective action: F-26-05 …, ISMS office */
static char *
describe (const KoyomiDeadline *deadline,
          KoyomiLanguage        language)
{
  g_autofree char *day = koyomi_day_format (deadline->day);
  const char *comma = koyomi_tr (language, ", ");
  /* Translators: a day, what is due then, and of what */
  g_autofree char *text = g_strdup_printf (koyomi_tr (language, N_("%1$s  %2$s: %3$s")), day, koyomi_deadline_kind_get_label (deadline->kind, language),
                                           deadline->title);
  const char *late = deadline->is_late ? koyomi_state_get_label (KOYOMI_STATE_LATE, language) : NULL;

  return g_strconcat (text, *deadline->owner != '\0' ? comma : "", deadline->owner, late != NULL ? comma : NULL, late, NULL);
}

/* What the mark stands for at this scale of time. */
static void
name_mark (KoyomiDueMarks *self,
           const Mark     *mark)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  g_autoptr(GPtrArray) deadlines = list_deadlines (mark);
  g_autoptr(GString) text = g_string_new (NULL);
  gboolean is_late = FALSE;

  for (guint i = 0; i < deadlines->len; i++)
    {
      const KoyomiDeadline *deadline = g_ptr_array_index (deadlines, i);
      g_autofree char *line = i < MOST_LINES ? describe (deadline, language) : NULL;

      is_late = is_late || deadline->is_late;
      if (line != NULL)
        g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (deadlines->len > MOST_LINES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, koyomi_ntr (language, "%u more…", "%u more…", deadlines->len - MOST_LINES), deadlines->len - MOST_LINES);
    }

  name_button (mark->button, text->str, is_late);
}

/* One is gone to at once; of several one chooses. */
static void
clicked_cb (KoyomiDueMarks *self,
            GtkWidget      *button)
{
  KoyomiLanguage language = koyomi_calendar_sheet_get_language (self->sheet);
  const Mark *mark = find_mark (self, button);
  g_autoptr(GPtrArray) deadlines = list_deadlines (mark);
  g_autoptr(GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  if (deadlines->len == 1)
    {
      const KoyomiDeadline *deadline = g_ptr_array_index (deadlines, 0);

      gtk_widget_activate_action (button, "plan.show-record", "(ux)", (guint) deadline->table, deadline->id);
      return;
    }

  for (guint i = 0; i < deadlines->len; i++)
    {
      const KoyomiDeadline *deadline = g_ptr_array_index (deadlines, i);
      g_autofree char *text = describe (deadline, language);
      g_autoptr(GMenuItem) item = g_menu_item_new (text, NULL);

      g_menu_item_set_action_and_target (item, "plan.show-record", "(ux)", (guint) deadline->table, deadline->id);
      g_menu_append_item (menu, item);
    }

  drop_popover (button);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, button);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Deadlines of one day have one mark. */
static void
add_deadlines (KoyomiDueMarks *self,
               GPtrArray      *deadlines)
{
  Mark *last = NULL;

  while (deadlines->len > 0)
    {
      KoyomiDeadline *deadline = g_ptr_array_steal_index (deadlines, 0);

      if (last == NULL || last->day != deadline->day)
        {
          Mark mark = { deadline->day, make_button (self, "■", "koyomi-deadline-mark"),
                        g_ptr_array_new_with_free_func ((GDestroyNotify) koyomi_deadline_free), 0 };

          g_signal_connect_swapped (mark.button, "clicked", G_CALLBACK (clicked_cb), self);
          g_array_append_val (self->marks, mark);
          last = &g_array_index (self->marks, Mark, self->marks->len - 1);
        }
      g_ptr_array_add (last->deadlines, deadline);
    }
}

static gboolean
load_cb (gpointer data)
{
  KoyomiDueMarks *self = data;
  KoyomiWorkspace *workspace = koyomi_calendar_sheet_get_workspace (self->sheet);
  KoyomiSession *session = koyomi_workspace_get_session (workspace);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);
  g_autoptr(GPtrArray) drills = koyomi_session_list_next_drills (session, koyomi_day_today (), language, NULL);
  g_autoptr(GPtrArray) deadlines = koyomi_session_list_deadlines (session, 1, KOYOMI_DAY_LAST, koyomi_day_today (), language, NULL);

  self->load_id = 0;
  g_array_set_size (self->marks, 0);
  for (guint i = 0; drills != NULL && i < drills->len; i++)
    add_drill (self, g_ptr_array_index (drills, i));
  if (deadlines != NULL)
    add_deadlines (self, deadlines);
  self->changed (self->head);

  return G_SOURCE_REMOVE;
}

static void
load_soon (KoyomiDueMarks *self)
{
  if (self->load_id == 0 && gtk_widget_get_mapped (self->head))
    self->load_id = g_idle_add_full (G_PRIORITY_LOW, load_cb, self, NULL);
}

KoyomiDueMarks *
koyomi_due_marks_new (GtkWidget           *head,
                      KoyomiCalendarSheet *sheet,
                      KoyomiDueMarksFunc   changed)
{
  KoyomiDueMarks *self = g_new0 (KoyomiDueMarks, 1);

  self->head = head;
  self->sheet = g_object_ref (sheet);
  self->changed = changed;
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_set_clear_func (self->marks, clear_mark);
  g_signal_connect_swapped (koyomi_calendar_sheet_get_workspace (sheet), "changed", G_CALLBACK (load_soon), self);
  g_signal_connect_data (head, "map", G_CALLBACK (load_soon), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return self;
}

void
koyomi_due_marks_free (KoyomiDueMarks *self)
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

static double
get_x (KoyomiDueMarks *self,
       const Mark     *mark)
{
  return koyomi_time_scale_day_to_x (&koyomi_calendar_sheet_get_timeline (self->sheet)->time, mark->day + 0.5);
}

static gboolean
is_in_sight (KoyomiDueMarks *self,
             const Mark     *mark)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  double x = get_x (self, mark);

  return timeline->calendar != NULL && mark->day >= timeline->time.first_day && mark->day <= timeline->time.last_day && x >= 0 &&
         x <= timeline->time.width;
}

/* Whether it can be seen: in sight, and not stood for by another one. */
static gboolean
is_seen (KoyomiDueMarks *self,
         const Mark     *mark)
{
  return mark->n_marks > 0 && is_in_sight (self, mark);
}

/* Which deadlines share a mark at this scale of time; a mark is named anew only when that has changed. */
static void
gather (KoyomiDueMarks *self)
{
  guint i = 0;

  while (i < self->marks->len)
    {
      Mark *first = &g_array_index (self->marks, Mark, i);
      guint n = 1;

      while (first->deadlines != NULL && is_in_sight (self, first) && i + n < self->marks->len && is_in_sight (self, first + n) &&
             get_x (self, first + n) - get_x (self, first) < MIN_DISTANCE)
        first[n++].n_marks = 0;

      i += n;
      if (first->n_marks == n)
        continue;

      first->n_marks = n;
      if (first->deadlines != NULL)
        name_mark (self, first);
    }
}

/* @left: the width of the column of names */
void
koyomi_due_marks_allocate (KoyomiDueMarks *self,
                           int             left)
{
  KoyomiTimeline *timeline = koyomi_calendar_sheet_get_timeline (self->sheet);
  double top = koyomi_timeline_get_head_height (timeline) + koyomi_timeline_get_strip_height (timeline);

  gather (self);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      GtkRequisition size;

      gtk_widget_set_child_visible (mark->button, is_seen (self, mark));
      gtk_widget_get_preferred_size (mark->button, &size, NULL);
      if (is_seen (self, mark))
        gtk_widget_size_allocate (mark->button,
                                  &(GtkAllocation) { left + get_x (self, mark) - size.width / 2,
                                                     top + (koyomi_timeline_get_due_height (timeline) - size.height) / 2,
                                                     size.width, size.height }, -1);
    }
}

/* Whether they are in sight or not. */
guint
koyomi_due_marks_count (KoyomiDueMarks *self)
{
  return self->marks->len;
}

/* @x: (out): of its day in the head, without the column of names
 *
 * Returns: (transfer none) (nullable): NULL for one that cannot be seen */
GtkWidget *
koyomi_due_marks_get (KoyomiDueMarks *self,
                      guint           index,
                      double         *x)
{
  const Mark *mark = &g_array_index (self->marks, Mark, index);

  *x = get_x (self, mark);

  return is_seen (self, mark) ? mark->button : NULL;
}
