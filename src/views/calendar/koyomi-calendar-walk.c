#include "koyomi-calendar-walk.h"

#include "koyomi-day.h"

/* What a step does with the selection. */
typedef enum
{
  STEP_CHOOSE,
  STEP_EXTEND,
  STEP_LEAVE,
} Step;

/* What the arrow keys walk over in a line: its runs by day, or the months of a routine. */
static guint
count_stops (const KoyomiSheetLine *line)
{
  return line->kind == KOYOMI_SHEET_FUNCTION ? line->row->bars->len : line->kind == KOYOMI_SHEET_BAND ? 12 : 0;
}

static gint64
get_stop_id (const KoyomiSheetLine *line,
             guint                  stop)
{
  return line->kind == KOYOMI_SHEET_FUNCTION ? g_array_index (line->row->bars, KoyomiBar, stop).occurrence_id : stop + 1;
}

static void
get_stop_days (KoyomiCalendarSheet   *sheet,
               const KoyomiSheetLine *line,
               guint                  stop,
               guint32               *first_day,
               guint32               *last_day)
{
  if (line->kind == KOYOMI_SHEET_FUNCTION)
    {
      *first_day = g_array_index (line->row->bars, KoyomiBar, stop).first_day;
      *last_day = g_array_index (line->row->bars, KoyomiBar, stop).last_day;
    }
  else
    {
      *first_day = koyomi_fiscal_year_get_month_first (koyomi_calendar_sheet_get_year (sheet), stop);
      *last_day = koyomi_day_get_month_last (*first_day);
    }
}

/* Returns: -1 for the name */
static int
find_stop (const KoyomiSheetLine *line,
           gint64                 id)
{
  for (guint i = 0; id != 0 && i < count_stops (line); i++)
    if (get_stop_id (line, i) == id)
      return i;

  return -1;
}

static guint
get_distance (guint32 day,
              guint32 first_day,
              guint32 last_day)
{
  return day < first_day ? first_day - day : day > last_day ? day - last_day : 0;
}

/* Returns: -1 when the line has none */
static int
find_nearest (KoyomiCalendarSheet   *sheet,
              const KoyomiSheetLine *line,
              guint32                day)
{
  guint least = G_MAXUINT;
  int nearest = -1;

  for (guint i = 0; i < count_stops (line); i++)
    {
      guint32 first_day, last_day;
      guint distance;

      get_stop_days (sheet, line, i, &first_day, &last_day);
      distance = get_distance (day, first_day, last_day);
      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
}

/* @run: 0 for a name or a month, where nothing is chosen: what is done next is not meant for a run that was left */
static void
choose (KoyomiRunSelection *selection,
        gint64              run,
        Step                step)
{
  if (run == 0 && step == STEP_CHOOSE)
    koyomi_run_selection_clear (selection);
  else if (run == 0)
    return;
  else if (step == STEP_CHOOSE)
    koyomi_run_selection_choose (selection, run);
  else if (step == STEP_EXTEND && !koyomi_run_selection_has (selection, run))
    koyomi_run_selection_toggle (selection, run);
}

static gboolean
go_to (KoyomiCalendarRows *rows,
       guint               index,
       int                 stop,
       Step                step)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  const KoyomiSheetLine *line;
  guint32 first_day, last_day;
  gint64 id;

  koyomi_calendar_rows_show_line (rows, index);
  line = koyomi_calendar_sheet_get_line (sheet, index);
  if (stop < 0 || (guint) stop >= count_stops (line))
    {
      choose (koyomi_calendar_sheet_get_selection (sheet), 0, step);
      return koyomi_calendar_rows_focus (rows, index, 0);
    }

  id = get_stop_id (line, stop);
  get_stop_days (sheet, line, stop, &first_day, &last_day);
  koyomi_calendar_sheet_show_days (sheet, first_day, last_day);
  choose (koyomi_calendar_sheet_get_selection (sheet), line->kind == KOYOMI_SHEET_FUNCTION ? id : 0, step);

  return koyomi_calendar_rows_focus (rows, index, id);
}

/* The day that steps up and down stay close to: that of the run where they began. */
static guint32
get_day (KoyomiCalendarRows    *rows,
         const KoyomiSheetLine *line,
         int                    stop)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  const KoyomiTimeScale *time = &koyomi_calendar_sheet_get_timeline (sheet)->time;
  guint32 day = koyomi_calendar_rows_get_day (rows);
  guint32 first_day, last_day;

  if (day != KOYOMI_DAY_NONE)
    return day;

  if (stop < 0)
    day = CLAMP (koyomi_day_today (), koyomi_time_scale_get_first_visible (time), koyomi_time_scale_get_last_visible (time));
  else
    {
      get_stop_days (sheet, line, stop, &first_day, &last_day);
      day = first_day + (last_day - first_day) / 2;
    }
  koyomi_calendar_rows_set_day (rows, day);

  return day;
}

static gboolean
walk_down (KoyomiCalendarRows *rows,
           guint               index,
           int                 stop,
           int                 down,
           Step                step)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  guint32 day = get_day (rows, koyomi_calendar_sheet_get_line (sheet, index), stop);
  guint target = CLAMP ((int) index + down, 0, (int) koyomi_calendar_sheet_get_n_lines (sheet) - 1);

  koyomi_calendar_sheet_fill (sheet, target);

  return go_to (rows, target, find_nearest (sheet, koyomi_calendar_sheet_get_line (sheet, target), day), step);
}

/* To the right in the head of a group unfolds it, to the left folds it. */
static gboolean
walk_right (KoyomiCalendarRows *rows,
            guint               index,
            int                 stop,
            int                 right,
            Step                step)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  const KoyomiSheetLine *line = koyomi_calendar_sheet_get_line (sheet, index);

  koyomi_calendar_rows_set_day (rows, KOYOMI_DAY_NONE);
  if (line->kind == KOYOMI_SHEET_GROUP)
    {
      koyomi_calendar_sheet_set_folded (sheet, line->group, right < 0);
      return TRUE;
    }

  return go_to (rows, index, CLAMP (stop + right, -1, (int) count_stops (line) - 1), step);
}

static gboolean
walk (KoyomiCalendarRows *rows,
      int                 right,
      int                 down,
      Step                step)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  guint index;
  gint64 id;
  int stop;

  if (!koyomi_calendar_rows_get_focus (rows, &index, &id))
    return koyomi_calendar_walk_enter (rows);

  stop = find_stop (koyomi_calendar_sheet_get_line (sheet, index), id);

  return down != 0 ? walk_down (rows, index, stop, down, step) : walk_right (rows, index, stop, right, step);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  int right, down, step;

  g_variant_get (arguments, "(iii)", &right, &down, &step);
  walk (KOYOMI_CALENDAR_ROWS (widget), right, down, step);

  return TRUE;
}

static gboolean
go_to_end_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  KoyomiCalendarRows *rows = KOYOMI_CALENDAR_ROWS (widget);
  guint n_lines = koyomi_calendar_sheet_get_n_lines (koyomi_calendar_rows_get_sheet (rows));

  if (n_lines > 0)
    go_to (rows, g_variant_get_boolean (arguments) ? n_lines - 1 : 0, -1, STEP_LEAVE);

  return TRUE;
}

static gboolean
toggle_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  KoyomiCalendarRows *rows = KOYOMI_CALENDAR_ROWS (widget);
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  guint index;
  gint64 id;

  if (koyomi_calendar_rows_get_focus (rows, &index, &id) && id != 0 &&
      koyomi_calendar_sheet_get_line (sheet, index)->kind == KOYOMI_SHEET_FUNCTION)
    koyomi_run_selection_toggle (koyomi_calendar_sheet_get_selection (sheet), id);

  return TRUE;
}

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  GtkAdjustment *adjustment = koyomi_calendar_rows_get_adjustment (KOYOMI_CALENDAR_ROWS (widget));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                            g_variant_get_int32 (arguments) * gtk_adjustment_get_page_increment (adjustment));

  return TRUE;
}

static gboolean
today_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  koyomi_calendar_walk_to_today (KOYOMI_CALENDAR_ROWS (widget));

  return TRUE;
}

static void
bind_step (GtkWidgetClass *klass,
           guint           key,
           guint           keypad_key,
           int             right,
           int             down)
{
  const GdkModifierType modifiers[] = { 0, GDK_SHIFT_MASK, GDK_CONTROL_MASK };
  const Step steps[] = { STEP_CHOOSE, STEP_EXTEND, STEP_LEAVE };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (klass, key, modifiers[i], walk_cb, "(iii)", right, down, steps[i]);
      gtk_widget_class_add_binding (klass, keypad_key, modifiers[i], walk_cb, "(iii)", right, down, steps[i]);
    }
}

/* Gives the rows the keys that walk; those that change something are bound with their actions. */
void
koyomi_calendar_walk_bind_keys (GtkWidgetClass *rows_class)
{
  bind_step (rows_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  bind_step (rows_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  bind_step (rows_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  bind_step (rows_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding (rows_class, GDK_KEY_Home, 0, today_cb, NULL);
  gtk_widget_class_add_binding (rows_class, GDK_KEY_Home, GDK_CONTROL_MASK, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (rows_class, GDK_KEY_End, GDK_CONTROL_MASK, go_to_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (rows_class, GDK_KEY_space, GDK_CONTROL_MASK, toggle_cb, NULL);
  gtk_widget_class_add_binding (rows_class, GDK_KEY_Page_Up, 0, scroll_cb, "i", -1);
  gtk_widget_class_add_binding (rows_class, GDK_KEY_Page_Down, 0, scroll_cb, "i", 1);
}

/* Puts the focus where it makes sense: on the run chosen last, else on the first line in sight. */
gboolean
koyomi_calendar_walk_enter (KoyomiCalendarRows *rows)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  gint64 focus = koyomi_run_selection_get_focus (koyomi_calendar_sheet_get_selection (sheet));
  double value = gtk_adjustment_get_value (koyomi_calendar_rows_get_adjustment (rows));
  guint line;

  if (koyomi_calendar_sheet_get_n_lines (sheet) == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (rows));

  if (koyomi_calendar_sheet_find_run (sheet, focus, &line, NULL))
    {
      koyomi_calendar_rows_show_run (rows, focus);
      return TRUE;
    }

  line = koyomi_calendar_sheet_find_line (sheet, value);
  if (line + 1 < koyomi_calendar_sheet_get_n_lines (sheet) &&
      koyomi_calendar_sheet_get_line (sheet, line)->kind == KOYOMI_SHEET_GROUP)
    line++;

  return koyomi_calendar_rows_focus (rows, line, 0);
}

/* Goes to what a search has found: in the first line the run nearest to today. */
gboolean
koyomi_calendar_walk_to_found (KoyomiCalendarRows *rows)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);

  for (guint i = 0; i < koyomi_calendar_sheet_get_n_lines (sheet); i++)
    {
      koyomi_calendar_sheet_fill (sheet, i);
      if (koyomi_calendar_sheet_get_line (sheet, i)->kind == KOYOMI_SHEET_FUNCTION)
        return go_to (rows, i, find_nearest (sheet, koyomi_calendar_sheet_get_line (sheet, i), koyomi_day_today ()), STEP_CHOOSE);
    }

  return koyomi_calendar_walk_enter (rows);
}

/* Shows today, and with the focus in a line its run nearest to it. */
void
koyomi_calendar_walk_to_today (KoyomiCalendarRows *rows)
{
  KoyomiCalendarSheet *sheet = koyomi_calendar_rows_get_sheet (rows);
  KoyomiSession *session = koyomi_workspace_get_session (koyomi_calendar_sheet_get_workspace (sheet));
  guint32 today = koyomi_day_today ();
  guint line;
  gint64 id;

  koyomi_calendar_sheet_set_year (sheet, koyomi_session_get_fiscal_year (session, today).year);
  koyomi_calendar_sheet_show_days (sheet, today, today);
  if (koyomi_calendar_rows_get_focus (rows, &line, &id))
    go_to (rows, line, find_nearest (sheet, koyomi_calendar_sheet_get_line (sheet, line), today), STEP_CHOOSE);
}
