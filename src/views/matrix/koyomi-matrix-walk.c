#include "koyomi-matrix-walk.h"

#include "koyomi-matrix-rows.h"

/* How far a step goes. */
typedef enum
{
  STEP_ONE,
  STEP_PAGE,
  STEP_END,
} Step;

static gboolean
is_group (KoyomiMatrixSheet *sheet,
          int                line)
{
  return koyomi_matrix_sheet_get_line (sheet, line)->is_group;
}

/* Whoever walks over cells passes the headings by; whoever walks over names stops at them too. */
static int
skip_groups (KoyomiMatrixSheet *sheet,
             int                line,
             int                by,
             int                column)
{
  int n_lines = koyomi_matrix_sheet_get_n_lines (sheet);
  int found = line;

  while (column >= 0 && found >= 0 && found < n_lines && is_group (sheet, found))
    found += by;

  return found >= 0 && found < n_lines ? found : -1;
}

static int
count_page (KoyomiMatrixRows *rows)
{
  GtkAdjustment *down = koyomi_matrix_rows_get_down (rows);

  return MAX ((int) (gtk_adjustment_get_page_size (down) / gtk_adjustment_get_step_increment (down)) - 1, 1);
}

static void
walk_down (KoyomiMatrixRows  *rows,
           int                down,
           Step               step,
           gboolean           extend)
{
  KoyomiMatrixSheet *sheet = koyomi_matrix_rows_get_sheet (rows);
  KoyomiMatrixPlace place = koyomi_matrix_sheet_get_focus (sheet);
  int last = koyomi_matrix_sheet_get_n_lines (sheet) - 1;
  int target = step == STEP_END ? (down < 0 ? 0 : last) : place.line + down * (step == STEP_PAGE ? count_page (rows) : 1);
  int line;

  target = CLAMP (target, 0, last);
  line = skip_groups (sheet, target, step == STEP_END ? -down : down, place.column);
  if (line < 0)
    line = skip_groups (sheet, target, -down, place.column);
  if (line >= 0)
    koyomi_matrix_sheet_go_to (sheet, (KoyomiMatrixPlace) { line, place.column }, extend);
}

/* On a heading to the right unfolds its group, to the left folds it. */
static void
walk_right (KoyomiMatrixRows *rows,
            int               right,
            Step              step,
            gboolean          extend)
{
  KoyomiMatrixSheet *sheet = koyomi_matrix_rows_get_sheet (rows);
  KoyomiMatrixPlace place = koyomi_matrix_sheet_get_focus (sheet);
  const KoyomiMatrixLine *line = koyomi_matrix_sheet_get_line (sheet, place.line);
  int last = koyomi_matrix_sheet_get_n_columns (sheet) - 1;

  if (line->is_group)
    {
      koyomi_matrix_sheet_set_folded (sheet, line->group, right < 0);
      return;
    }

  place.column = step == STEP_END ? (right < 0 ? 0 : last) : CLAMP (place.column + right, extend ? 0 : -1, last);
  koyomi_matrix_sheet_go_to (sheet, place, extend);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  KoyomiMatrixRows *rows = KOYOMI_MATRIX_ROWS (widget);
  int right, down, step;
  gboolean extend;

  if (koyomi_matrix_sheet_get_n_lines (koyomi_matrix_rows_get_sheet (rows)) == 0)
    return TRUE;

  g_variant_get (arguments, "(iiib)", &right, &down, &step, &extend);
  if (down != 0)
    walk_down (rows, down, step, extend);
  else
    walk_right (rows, right, step, extend);

  return TRUE;
}

/* To the first or the last cell of all. */
static gboolean
go_to_end_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  KoyomiMatrixRows *rows = KOYOMI_MATRIX_ROWS (widget);
  KoyomiMatrixSheet *sheet = koyomi_matrix_rows_get_sheet (rows);
  KoyomiMatrixPlace focus = koyomi_matrix_sheet_get_focus (sheet);
  int n_lines = koyomi_matrix_sheet_get_n_lines (sheet);
  gboolean last, extend;

  g_variant_get (arguments, "(bb)", &last, &extend);
  focus.line = skip_groups (sheet, last ? n_lines - 1 : 0, last ? -1 : 1, 0);
  focus.column = last ? koyomi_matrix_sheet_get_n_columns (sheet) - 1 : 0;
  if (focus.line >= 0)
    koyomi_matrix_sheet_go_to (sheet, focus, extend);

  return TRUE;
}

static void
bind_step (GtkWidgetClass *klass,
           guint           key,
           guint           keypad_key,
           int             right,
           int             down,
           Step            step,
           GdkModifierType modifiers)
{
  for (guint i = 0; i < 2; i++)
    {
      GdkModifierType all = modifiers | (i == 1 ? GDK_SHIFT_MASK : 0);

      gtk_widget_class_add_binding (klass, key, all, walk_cb, "(iiib)", right, down, step, i == 1);
      gtk_widget_class_add_binding (klass, keypad_key, all, walk_cb, "(iiib)", right, down, step, i == 1);
    }
}

void
koyomi_matrix_walk_bind_keys (GtkWidgetClass *rows_class)
{
  static const struct
  {
    guint key;
    guint keypad_key;
    int   right;
    int   down;
  } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      bind_step (rows_class, arrows[i].key, arrows[i].keypad_key, arrows[i].right, arrows[i].down, STEP_ONE, 0);
      bind_step (rows_class, arrows[i].key, arrows[i].keypad_key, arrows[i].right, arrows[i].down, STEP_END, GDK_CONTROL_MASK);
    }
  bind_step (rows_class, GDK_KEY_Home, GDK_KEY_KP_Home, -1, 0, STEP_END, 0);
  bind_step (rows_class, GDK_KEY_End, GDK_KEY_KP_End, 1, 0, STEP_END, 0);
  bind_step (rows_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -1, STEP_PAGE, 0);
  bind_step (rows_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 1, STEP_PAGE, 0);

  for (guint i = 0; i < 2; i++)
    {
      GdkModifierType modifiers = GDK_CONTROL_MASK | (i == 1 ? GDK_SHIFT_MASK : 0);

      gtk_widget_class_add_binding (rows_class, GDK_KEY_Home, modifiers, go_to_end_cb, "(bb)", FALSE, i == 1);
      gtk_widget_class_add_binding (rows_class, GDK_KEY_End, modifiers, go_to_end_cb, "(bb)", TRUE, i == 1);
    }
}
