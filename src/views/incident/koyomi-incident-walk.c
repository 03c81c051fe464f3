#include "koyomi-incident-walk.h"

/* How far a step goes. */
typedef enum
{
  STEP_ONE,
  STEP_PAGE,
  STEP_END,
} Step;

static void
go_to (KoyomiIncidentSheet *sheet,
       KoyomiIncidentPlace  place)
{
  const KoyomiIncidentCard *card = koyomi_incident_order_get_card (koyomi_incident_sheet_get_order (sheet), place);

  if (card != NULL)
    koyomi_incident_sheet_select (sheet, card->id);
}

static int
count_cards (const KoyomiIncidentOrder *order,
             int                        lane,
             int                        column)
{
  return koyomi_incident_order_get_cell (order, lane, column)->len;
}

/* From @lane on, the first lane that has cards in the column; -1 for none. */
static int
find_lane (const KoyomiIncidentOrder *order,
           int                        lane,
           int                        column,
           int                        by)
{
  while (lane >= 0 && lane < (int) order->lanes->len && count_cards (order, lane, column) == 0)
    lane += by;

  return lane >= 0 && lane < (int) order->lanes->len ? lane : -1;
}

/* Within the column, through all lanes. */
static void
walk_down (KoyomiIncidentSheet *sheet,
           int                  by)
{
  const KoyomiIncidentOrder *order = koyomi_incident_sheet_get_order (sheet);
  KoyomiIncidentPlace place;
  int lane;

  if (!koyomi_incident_sheet_get_place (sheet, &place))
    return;

  place.index += by;
  if (place.index < 0 || place.index >= count_cards (order, place.lane, place.column))
    {
      lane = find_lane (order, place.lane + by, place.column, by);
      if (lane < 0)
        return;

      place.lane = lane;
      place.index = by > 0 ? 0 : count_cards (order, lane, place.column) - 1;
    }
  go_to (sheet, place);
}

/* To the top or the end of the column. */
static void
walk_to_end (KoyomiIncidentSheet *sheet,
             int                  by)
{
  const KoyomiIncidentOrder *order = koyomi_incident_sheet_get_order (sheet);
  KoyomiIncidentPlace place;

  if (!koyomi_incident_sheet_get_place (sheet, &place))
    return;

  place.lane = find_lane (order, by < 0 ? 0 : (int) order->lanes->len - 1, place.column, -by);
  place.index = by < 0 ? 0 : count_cards (order, place.lane, place.column) - 1;
  go_to (sheet, place);
}

static void
walk_page (KoyomiIncidentCards *cards,
           int                  by)
{
  KoyomiIncidentSheet *sheet = koyomi_incident_cards_get_sheet (cards);
  const KoyomiIncidentLayout *layout = koyomi_incident_sheet_get_layout (sheet);
  KoyomiIncidentPlace place;
  KoyomiRect rect;
  double y;

  if (layout == NULL || !koyomi_incident_sheet_get_place (sheet, &place))
    return;

  rect = koyomi_incident_layout_get_card (layout, place);
  y = rect.y + by * gtk_adjustment_get_page_increment (koyomi_incident_cards_get_down (cards));
  while (koyomi_incident_sheet_get_place (sheet, &place))
    {
      gint64 before = koyomi_incident_sheet_get_selected (sheet);

      rect = koyomi_incident_layout_get_card (layout, place);
      if (by > 0 ? rect.y + rect.height >= y : rect.y <= y)
        break;
      walk_down (sheet, by);
      if (koyomi_incident_sheet_get_selected (sheet) == before)
        break;
    }
}

/* Returns: the card of the column that stands at the height of @y or nearest above, in the lane or the next that has any */
static gboolean
find_beside (const KoyomiIncidentLayout *layout,
             int                         lane,
             int                         column,
             double                      y,
             KoyomiIncidentPlace        *place)
{
  int n;

  *place = (KoyomiIncidentPlace) { lane, column, 0 };
  if ((n = count_cards (layout->order, lane, column)) > 0)
    place->index = MIN (koyomi_incident_layout_find_index (layout, lane, column, y), n - 1);
  else if ((place->lane = find_lane (layout->order, lane, column, 1)) < 0)
    place->lane = find_lane (layout->order, lane, column, -1);

  return place->lane >= 0;
}

/* Columns without cards are passed by. */
static void
walk_right (KoyomiIncidentSheet *sheet,
            int                  by,
            Step                 step)
{
  const KoyomiIncidentLayout *layout = koyomi_incident_sheet_get_layout (sheet);
  KoyomiIncidentPlace place, found;
  KoyomiRect rect;
  int n_columns;

  if (layout == NULL || !koyomi_incident_sheet_get_place (sheet, &place))
    return;

  n_columns = layout->order->columns->len;
  rect = koyomi_incident_layout_get_card (layout, place);
  if (step == STEP_END)
    place.column = by < 0 ? -1 : n_columns;
  for (int column = place.column + (step == STEP_END ? -by : by); column >= 0 && column < n_columns;
       column += step == STEP_END ? -by : by)
    if (find_beside (layout, place.lane, column, rect.y + rect.height / 2, &found))
      {
        go_to (sheet, found);
        return;
      }
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  KoyomiIncidentCards *cards = KOYOMI_INCIDENT_CARDS (widget);
  KoyomiIncidentSheet *sheet = koyomi_incident_cards_get_sheet (cards);
  KoyomiIncidentPlace place;
  int right, down, step;

  g_variant_get (arguments, "(iii)", &right, &down, &step);
  if (!koyomi_incident_sheet_get_place (sheet, &place))
    koyomi_incident_walk_to_first (cards);
  else if (right != 0)
    walk_right (sheet, right, step);
  else if (step == STEP_PAGE)
    walk_page (cards, down);
  else if (step == STEP_END)
    walk_to_end (sheet, down);
  else
    walk_down (sheet, down);

  return TRUE;
}

/* The first card of the first column that has any, or the last of the last. */
static gboolean
go_to_end_cb (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  KoyomiIncidentSheet *sheet = koyomi_incident_cards_get_sheet (KOYOMI_INCIDENT_CARDS (widget));

  koyomi_incident_walk_to_first (KOYOMI_INCIDENT_CARDS (widget));
  if (g_variant_get_boolean (arguments))
    {
      walk_right (sheet, 1, STEP_END);
      walk_to_end (sheet, 1);
    }

  return TRUE;
}

static void
bind_step (GtkWidgetClass  *klass,
           guint            key,
           guint            keypad_key,
           int              right,
           int              down,
           Step             step,
           GdkModifierType  modifiers)
{
  gtk_widget_class_add_binding (klass, key, modifiers, walk_cb, "(iii)", right, down, step);
  gtk_widget_class_add_binding (klass, keypad_key, modifiers, walk_cb, "(iii)", right, down, step);
}

void
koyomi_incident_walk_bind_keys (GtkWidgetClass *cards_class)
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
      bind_step (cards_class, arrows[i].key, arrows[i].keypad_key, arrows[i].right, arrows[i].down, STEP_ONE, 0);
      bind_step (cards_class, arrows[i].key, arrows[i].keypad_key, arrows[i].right, arrows[i].down, STEP_END, GDK_CONTROL_MASK);
    }
  bind_step (cards_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, -1, STEP_END, 0);
  bind_step (cards_class, GDK_KEY_End, GDK_KEY_KP_End, 0, 1, STEP_END, 0);
  bind_step (cards_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, -1, STEP_PAGE, 0);
  bind_step (cards_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, 1, STEP_PAGE, 0);
  gtk_widget_class_add_binding (cards_class, GDK_KEY_Home, GDK_CONTROL_MASK, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (cards_class, GDK_KEY_KP_Home, GDK_CONTROL_MASK, go_to_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (cards_class, GDK_KEY_End, GDK_CONTROL_MASK, go_to_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (cards_class, GDK_KEY_KP_End, GDK_CONTROL_MASK, go_to_end_cb, "b", TRUE);
}

/* Selects the first card of the board. */
void
koyomi_incident_walk_to_first (KoyomiIncidentCards *cards)
{
  KoyomiIncidentSheet *sheet = koyomi_incident_cards_get_sheet (cards);
  const KoyomiIncidentOrder *order = koyomi_incident_sheet_get_order (sheet);

  for (guint column = 0; column < order->columns->len; column++)
    {
      int lane = find_lane (order, 0, column, 1);

      if (lane >= 0)
        {
          go_to (sheet, (KoyomiIncidentPlace) { lane, column, 0 });
          return;
        }
    }
}
