#include "koyomi-incident-cards.h"

#include "koyomi-incident-face.h"
#include "koyomi-incident-walk.h"
#include "koyomi-view-pool.h"

#include <math.h>

#define M (&koyomi_board_measures)

/* A notch of the wheel and an arrow of the bar. */
#define STEP 40

struct _KoyomiIncidentCards
{
  GtkWidget             parent_instance;

  KoyomiIncidentSheet  *sheet;
  GtkAdjustment        *down;
  GtkAdjustment        *across;
  GArray               *places;       /* (element-type KoyomiIncidentPlace): of the cards in sight, and before them the name of their lane */
  GPtrArray            *views;        /* (element-type GtkWidget): likewise, a KoyomiIncidentCardView or a GtkLabel */
  gint64                dragged;      /* the incident; 0 for none */
  KoyomiIncidentPlace   dragged_place;
  double                drag_x;       /* the corner of what is dragged */
  double                drag_y;
  int                   drag_column;  /* where it would go; -1 for nowhere */
  gboolean              is_updating;
};

enum
{
  SIGNAL_TARGET_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiIncidentCards, koyomi_incident_cards, GTK_TYPE_WIDGET)

static const KoyomiIncidentLayout *
get_layout (KoyomiIncidentCards *self)
{
  return koyomi_incident_sheet_get_layout (self->sheet);
}

static gboolean
is_heading (KoyomiIncidentPlace place)
{
  return place.column < 0;
}

static void
list_heading (KoyomiIncidentCards *self,
              int                  lane)
{
  KoyomiRect rect = koyomi_incident_layout_get_lane (get_layout (self), lane);
  double top = gtk_adjustment_get_value (self->down);
  KoyomiIncidentPlace place = { lane, -1, -1 };

  if (get_layout (self)->heading > 0 && rect.y + rect.height > top && rect.y < top + gtk_adjustment_get_page_size (self->down))
    g_array_append_val (self->places, place);
}

static void
list_cards (KoyomiIncidentCards *self,
            int                  lane,
            int                  column)
{
  const KoyomiIncidentLayout *layout = get_layout (self);
  double top = gtk_adjustment_get_value (self->down);
  double left = gtk_adjustment_get_value (self->across);
  KoyomiRect rect = koyomi_incident_layout_get_column (layout, column);
  KoyomiIncidentPlace place = { lane, column, koyomi_incident_layout_find_index (layout, lane, column, top) };

  if (rect.x > left + gtk_adjustment_get_page_size (self->across) || rect.x + rect.width < left)
    return;

  for (; koyomi_incident_order_get_card (layout->order, place) != NULL &&
         koyomi_incident_layout_get_card (layout, place).y < top + gtk_adjustment_get_page_size (self->down); place.index++)
    g_array_append_val (self->places, place);
}

/* From lane to lane, in each from column to column: as they are read out. */
static void
list_places (KoyomiIncidentCards *self)
{
  const KoyomiIncidentOrder *order = get_layout (self)->order;

  g_array_set_size (self->places, 0);
  for (guint lane = 0; lane < order->lanes->len; lane++)
    {
      list_heading (self, lane);
      for (guint column = 0; column < order->columns->len; column++)
        list_cards (self, lane, column);
    }
}

static const KoyomiIncidentLane *
get_lane (KoyomiIncidentCards *self,
          int                  lane)
{
  return g_ptr_array_index (koyomi_incident_sheet_get_order (self->sheet)->lanes, lane);
}

static char *
format_heading (const KoyomiIncidentLane *lane)
{
  return g_strdup_printf ("%s  %u", lane->name, lane->n_cards);
}

static GtkWidget *
make_heading (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_can_target (label, FALSE);

  return label;
}

static void
bind_heading (KoyomiIncidentCards *self,
              GtkWidget           *label,
              int                  index)
{
  KoyomiLanguage language = koyomi_incident_sheet_get_language (self->sheet);
  const KoyomiIncidentLane *lane = get_lane (self, index);
  g_autofree char *text = format_heading (lane);
  g_autofree char *count = g_strdup_printf (koyomi_ntr (language, "%u incident", "%u incidents", lane->n_cards), lane->n_cards);
  g_autofree char *name = g_strconcat (lane->name, koyomi_tr (language, ", "), count, NULL);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gint64
get_incident (KoyomiIncidentCards *self,
              KoyomiIncidentPlace  place)
{
  return koyomi_incident_order_get_card (koyomi_incident_sheet_get_order (self->sheet), place)->id;
}

static gboolean
fits_card (GtkWidget *view,
           GtkWidget *child,
           guint      index)
{
  return GTK_IS_LABEL (child) == is_heading (g_array_index (KOYOMI_INCIDENT_CARDS (view)->places, KoyomiIncidentPlace, index));
}

static gboolean
shows_card (GtkWidget *view,
            GtkWidget *child,
            guint      index)
{
  KoyomiIncidentCards *self = KOYOMI_INCIDENT_CARDS (view);
  KoyomiIncidentPlace place = g_array_index (self->places, KoyomiIncidentPlace, index);
  g_autofree char *heading = NULL;

  if (!fits_card (view, child, index))
    return FALSE;
  if (!is_heading (place))
    return koyomi_incident_card_view_get_incident (KOYOMI_INCIDENT_CARD_VIEW (child)) == get_incident (self, place);

  heading = format_heading (get_lane (self, place.lane));

  return g_str_equal (gtk_label_get_label (GTK_LABEL (child)), heading);
}

static GtkWidget *
make_card (GtkWidget *view,
           guint      index)
{
  KoyomiIncidentCards *self = KOYOMI_INCIDENT_CARDS (view);

  return is_heading (g_array_index (self->places, KoyomiIncidentPlace, index)) ? make_heading ()
                                                                              : koyomi_incident_card_view_new (self->sheet);
}

static void
bind_card (GtkWidget *view,
           GtkWidget *child,
           guint      index,
           gboolean   fresh)
{
  KoyomiIncidentCards *self = KOYOMI_INCIDENT_CARDS (view);
  KoyomiIncidentPlace place = g_array_index (self->places, KoyomiIncidentPlace, index);

  if (is_heading (place))
    {
      if (fresh)
        bind_heading (self, child, place.lane);
      return;
    }

  if (fresh)
    koyomi_incident_card_view_bind (KOYOMI_INCIDENT_CARD_VIEW (child), place);
  koyomi_incident_card_view_set_lifted (KOYOMI_INCIDENT_CARD_VIEW (child), self->dragged != 0 &&
                                        get_incident (self, place) == self->dragged);
}

static const KoyomiViewPool pool = { shows_card, fits_card, make_card, bind_card };

static void
configure (KoyomiIncidentCards *self)
{
  const KoyomiIncidentLayout *layout = get_layout (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  gtk_adjustment_configure (self->down, CLAMP (gtk_adjustment_get_value (self->down), 0, layout->height - height), 0, layout->height,
                            STEP, height * 0.9, height);
  gtk_adjustment_configure (self->across, CLAMP (gtk_adjustment_get_value (self->across), 0, layout->width - width), 0, layout->width,
                            STEP, width * 0.9, width);
}

static GtkWidget *
find_view (KoyomiIncidentCards *self,
           gint64               incident)
{
  for (guint i = 0; i < self->views->len; i++)
    if (KOYOMI_IS_INCIDENT_CARD_VIEW (g_ptr_array_index (self->views, i)) &&
        koyomi_incident_card_view_get_incident (g_ptr_array_index (self->views, i)) == incident)
      return g_ptr_array_index (self->views, i);

  return NULL;
}

/* The selected card comes into sight only after the board has got the focus: when it is first laid out, or by the wheel. */
static void
pass_focus_on (KoyomiIncidentCards *self)
{
  GtkWidget *view = find_view (self, koyomi_incident_sheet_get_selected (self->sheet));

  if (view != NULL && gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_widget_grab_focus (view);
}

/* Brings the widgets up to the sheet. @again: also what the cards in sight show has changed */
static void
update (KoyomiIncidentCards *self,
        gboolean             again)
{
  if (self->is_updating || gtk_widget_get_height (GTK_WIDGET (self)) <= 0 || get_layout (self) == NULL)
    return;

  self->is_updating = TRUE;
  configure (self);
  list_places (self);
  koyomi_view_pool_fill (&pool, GTK_WIDGET (self), &self->views, self->places->len, again);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  pass_focus_on (self);
  self->is_updating = FALSE;
}

static void
scrolled_cb (KoyomiIncidentCards *self)
{
  update (self, FALSE);
}

static gboolean
has_focus (KoyomiIncidentCards *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL || gtk_widget_has_focus (GTK_WIDGET (self));
}

static void
lines_changed_cb (KoyomiIncidentCards *self)
{
  gboolean focused = has_focus (self);

  koyomi_incident_cards_clear_drag (self);
  update (self, TRUE);
  if (focused)
    koyomi_incident_cards_enter (self);
}

static void
layout_changed_cb (KoyomiIncidentCards *self)
{
  update (self, TRUE);
}

/* The focus of the keyboard goes with the selection as long as it is here. */
static void
selection_changed_cb (KoyomiIncidentCards *self)
{
  for (guint i = 0; i < self->views->len; i++)
    if (KOYOMI_IS_INCIDENT_CARD_VIEW (g_ptr_array_index (self->views, i)))
      koyomi_incident_card_view_update (g_ptr_array_index (self->views, i));

  if (has_focus (self))
    koyomi_incident_cards_enter (self);
}

static void
koyomi_incident_cards_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 100;
  *natural = *minimum;
}

/* The name of a lane stands above its columns, and does not go to the side with them. */
static KoyomiRect
get_heading_rect (KoyomiIncidentCards *self,
                  int                  index)
{
  const KoyomiIncidentLayout *layout = get_layout (self);
  double margin = koyomi_card_chart_get_size (koyomi_incident_sheet_get_chart (self->sheet), M->margin);

  return (KoyomiRect) { margin + layout->inset + round (gtk_adjustment_get_value (self->across)),
                        koyomi_incident_layout_get_lane (layout, index).y,
                        MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin, 1), layout->heading };
}

static void
allocate_view (KoyomiIncidentCards *self,
               guint                index)
{
  GtkWidget *view = g_ptr_array_index (self->views, index);
  KoyomiIncidentPlace place = g_array_index (self->places, KoyomiIncidentPlace, index);
  KoyomiRect rect = is_heading (place) ? get_heading_rect (self, place.lane) : koyomi_incident_layout_get_card (get_layout (self), place);

  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (view, &(GtkAllocation) { rect.x - round (gtk_adjustment_get_value (self->across)),
                                                     rect.y - round (gtk_adjustment_get_value (self->down)), rect.width, rect.height }, -1);
}

static void
koyomi_incident_cards_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  KoyomiIncidentCards *self = KOYOMI_INCIDENT_CARDS (widget);
  gboolean is_new = get_layout (self) == NULL;

  koyomi_incident_sheet_set_size (self->sheet, width, height);
  if (is_new || gtk_adjustment_get_page_size (self->across) != width || gtk_adjustment_get_page_size (self->down) != height)
    update (self, is_new);

  for (guint i = 0; i < self->views->len; i++)
    allocate_view (self, i);
}

/* The letters of a name that reads downwards by itself stand below each other. */
static void
paint_upright (KoyomiIncidentCards *self,
               const char          *name,
               KoyomiRect           rect,
               cairo_t             *cr)
{
  const KoyomiCardChart *chart = koyomi_incident_sheet_get_chart (self->sheet);
  double line = koyomi_card_chart_get_size (chart, M->title_line);

  for (const char *next = name; *next != '\0'; next = g_utf8_next_char (next))
    {
      g_autofree char *letter = g_strndup (next, g_utf8_next_char (next) - next);

      koyomi_card_chart_paint_text (chart, letter, KOYOMI_CHART_TEXT_BOLD | KOYOMI_CHART_TEXT_CENTRED, TRUE,
                                    (KoyomiRect) { rect.x, rect.y, rect.width, line }, cr);
      rect.y += line;
    }
}

/* The name of a column that is folded up runs downwards. */
static void
paint_strip (KoyomiIncidentCards *self,
             int                  column,
             KoyomiRect           rect,
             cairo_t             *cr)
{
  const KoyomiCardChart *chart = koyomi_incident_sheet_get_chart (self->sheet);
  const char *name = g_array_index (koyomi_incident_sheet_get_order (self->sheet)->columns, KoyomiIncidentColumn, column).name;
  double inset = koyomi_card_chart_get_size (chart, M->inset);

  if (g_unichar_iswide (g_utf8_get_char (name)))
    {
      paint_upright (self, name, (KoyomiRect) { rect.x, inset, rect.width, rect.height }, cr);
      return;
    }

  cairo_save (cr);
  cairo_translate (cr, rect.x + rect.width, inset);
  cairo_rotate (cr, G_PI / 2);
  koyomi_card_chart_paint_text (chart, name, KOYOMI_CHART_TEXT_BOLD, TRUE,
                                (KoyomiRect) { 0, 0, MAX (gtk_widget_get_height (GTK_WIDGET (self)) - 2 * inset, 1), rect.width }, cr);
  cairo_restore (cr);
}

static void
paint_columns (KoyomiIncidentCards *self,
               KoyomiRect           lane,
               cairo_t             *cr)
{
  const KoyomiIncidentLayout *layout = get_layout (self);
  double radius = 2 * koyomi_card_chart_get_size (koyomi_incident_sheet_get_chart (self->sheet), M->radius);
  double top = MAX (layout->heading > 0 ? lane.y + layout->heading - round (gtk_adjustment_get_value (self->down)) : 0, -radius) -
               (layout->heading > 0 ? 0 : radius);
  double bottom = lane.y + lane.height - round (gtk_adjustment_get_value (self->down)) - layout->card_gap;
  gboolean is_last = lane.y + lane.height + layout->card_gap >= layout->height - 1 || layout->heading <= 0;

  for (guint i = 0; i < layout->order->columns->len; i++)
    {
      KoyomiRect rect = koyomi_incident_layout_get_column (layout, i);

      rect.x -= round (gtk_adjustment_get_value (self->across));
      rect.y = top;
      rect.height = (is_last ? MAX (bottom, gtk_widget_get_height (GTK_WIDGET (self)) - layout->card_gap) : bottom) - top;
      if (rect.height > 0)
        koyomi_card_chart_paint_column (koyomi_incident_sheet_get_chart (self->sheet), self->dragged != 0 && self->drag_column == (int) i,
                                        rect, cr);
      if (g_array_index (layout->order->columns, KoyomiIncidentColumn, i).is_folded && layout->heading <= 0)
        paint_strip (self, i, rect, cr);
    }
}

static void
paint_ground (KoyomiIncidentCards *self,
              cairo_t             *cr)
{
  const KoyomiIncidentLayout *layout = get_layout (self);
  double top = gtk_adjustment_get_value (self->down);

  for (guint i = 0; i < layout->order->lanes->len; i++)
    {
      KoyomiRect lane = koyomi_incident_layout_get_lane (layout, i);

      if (lane.y > top + gtk_widget_get_height (GTK_WIDGET (self)) || (lane.y + lane.height < top && layout->heading > 0))
        continue;

      paint_columns (self, lane, cr);
    }
}

static void
paint_dragged (KoyomiIncidentCards *self,
               GtkSnapshot         *snapshot)
{
  const KoyomiIncidentCard *card = koyomi_incident_sheet_find (self->sheet, self->dragged);
  KoyomiRect rect = koyomi_incident_layout_get_card (get_layout (self), self->dragged_place);
  g_auto(KoyomiIncidentFace) face = { 0 };
  cairo_t *cr;

  if (card == NULL)
    return;

  koyomi_incident_face_init (&face, card, koyomi_incident_sheet_get_now (self->sheet), koyomi_incident_sheet_get_language (self->sheet));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (self->drag_x - 1, self->drag_y - 1, rect.width + 2, rect.height + 2));
  koyomi_card_chart_paint (koyomi_incident_sheet_get_chart (self->sheet), &face.face, KOYOMI_CARD_SELECTED,
                           (KoyomiRect) { round (self->drag_x), round (self->drag_y), rect.width, rect.height }, cr);
  cairo_destroy (cr);
}

static void
koyomi_incident_cards_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  KoyomiIncidentCards *self = KOYOMI_INCIDENT_CARDS (widget);
  cairo_t *cr;

  if (get_layout (self) == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  paint_ground (self, cr);
  cairo_destroy (cr);
  for (guint i = 0; i < self->views->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->views, i), snapshot);
  if (self->dragged != 0)
    paint_dragged (self, snapshot);
}

/* Tab goes past the cards: within them one walks with the arrow keys. */
static gboolean
koyomi_incident_cards_move_focus (GtkWidget        *widget,
                                  GtkDirectionType  direction)
{
  return has_focus (KOYOMI_INCIDENT_CARDS (widget)) ? FALSE : koyomi_incident_cards_enter (KOYOMI_INCIDENT_CARDS (widget));
}

static void
koyomi_incident_cards_dispose (GObject *object)
{
  KoyomiIncidentCards *self = KOYOMI_INCIDENT_CARDS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->views, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->down);
  g_clear_object (&self->across);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_incident_cards_parent_class)->dispose (object);
}

static void
koyomi_incident_cards_finalize (GObject *object)
{
  g_array_unref (KOYOMI_INCIDENT_CARDS (object)->places);
  g_ptr_array_unref (KOYOMI_INCIDENT_CARDS (object)->views);

  G_OBJECT_CLASS (koyomi_incident_cards_parent_class)->finalize (object);
}

static void
koyomi_incident_cards_class_init (KoyomiIncidentCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_cards_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_incident_cards_finalize;
  widget_class->measure = koyomi_incident_cards_measure;
  widget_class->size_allocate = koyomi_incident_cards_size_allocate;
  widget_class->snapshot = koyomi_incident_cards_snapshot;
  widget_class->focus = koyomi_incident_cards_move_focus;

  koyomi_incident_walk_bind_keys (widget_class);
  signals[SIGNAL_TARGET_CHANGED] = g_signal_new ("target-changed", KOYOMI_TYPE_INCIDENT_CARDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "incidents");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
koyomi_incident_cards_init (KoyomiIncidentCards *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (KoyomiIncidentPlace));
  self->views = g_ptr_array_new ();
  self->drag_column = -1;
  self->down = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->across = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (self->down, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->across, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
koyomi_incident_cards_new (KoyomiIncidentSheet *sheet)
{
  KoyomiIncidentCards *self = g_object_new (KOYOMI_TYPE_INCIDENT_CARDS, NULL);

  self->sheet = g_object_ref (sheet);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (lines_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "layout", G_CALLBACK (layout_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "selection", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_tr (koyomi_incident_sheet_get_language (sheet), "Board of incidents"), -1);

  return GTK_WIDGET (self);
}

KoyomiIncidentSheet *
koyomi_incident_cards_get_sheet (KoyomiIncidentCards *self)
{
  return self->sheet;
}

/* Returns: (transfer none): how far the cards are scrolled down */
GtkAdjustment *
koyomi_incident_cards_get_down (KoyomiIncidentCards *self)
{
  return self->down;
}

/* Returns: (transfer none): and to the side */
GtkAdjustment *
koyomi_incident_cards_get_across (KoyomiIncidentCards *self)
{
  return self->across;
}

/* Returns: (nullable): the card at a point of the widget */
const KoyomiIncidentCard *
koyomi_incident_cards_pick (KoyomiIncidentCards *self,
                            double               x,
                            double               y,
                            KoyomiIncidentPlace *place)
{
  return get_layout (self) == NULL ? NULL :
         koyomi_incident_layout_pick (get_layout (self), x + round (gtk_adjustment_get_value (self->across)),
                                      y + round (gtk_adjustment_get_value (self->down)), place);
}

/* Returns: the column at @x of the widget, or -1 */
int
koyomi_incident_cards_pick_column (KoyomiIncidentCards *self,
                                   double               x)
{
  return get_layout (self) == NULL ? -1 :
         koyomi_incident_layout_find_column (get_layout (self), x + round (gtk_adjustment_get_value (self->across)));
}

/* Returns: FALSE where the card is out of sight */
gboolean
koyomi_incident_cards_get_bounds (KoyomiIncidentCards *self,
                                  KoyomiIncidentPlace  place,
                                  GdkRectangle        *bounds)
{
  KoyomiRect rect;

  if (get_layout (self) == NULL || koyomi_incident_order_get_card (koyomi_incident_sheet_get_order (self->sheet), place) == NULL)
    return FALSE;

  rect = koyomi_incident_layout_get_card (get_layout (self), place);
  *bounds = (GdkRectangle) { rect.x - round (gtk_adjustment_get_value (self->across)),
                             rect.y - round (gtk_adjustment_get_value (self->down)), rect.width, rect.height };

  return bounds->y + bounds->height > 0 && bounds->y < gtk_widget_get_height (GTK_WIDGET (self));
}

/* Scrolls as little as brings the selected card into view. */
void
koyomi_incident_cards_show (KoyomiIncidentCards *self)
{
  const KoyomiIncidentLayout *layout = get_layout (self);
  KoyomiIncidentPlace place;
  KoyomiRect rect;

  if (layout == NULL || !koyomi_incident_sheet_get_place (self->sheet, &place))
    return;

  configure (self);
  rect = koyomi_incident_layout_get_card (layout, place);
  /* The name of the lane comes with its first cards. */
  gtk_adjustment_clamp_page (self->down, rect.y - (place.index == 0 ? layout->heading : 0) - layout->card_gap,
                             rect.y + rect.height + layout->card_gap);
  gtk_adjustment_clamp_page (self->across, rect.x - 2 * layout->inset, rect.x + rect.width + 2 * layout->inset);
  update (self, FALSE);
}

/* Puts the focus of the keyboard on the selected card, else on the first. */
gboolean
koyomi_incident_cards_enter (KoyomiIncidentCards *self)
{
  const KoyomiIncidentOrder *order = koyomi_incident_sheet_get_order (self->sheet);
  KoyomiIncidentPlace place;
  GtkWidget *view;

  if (!koyomi_incident_sheet_get_place (self->sheet, &place) && order->cards->len > 0)
    koyomi_incident_walk_to_first (self);

  koyomi_incident_cards_show (self);
  view = find_view (self, koyomi_incident_sheet_get_selected (self->sheet));

  return gtk_widget_grab_focus (view != NULL ? view : GTK_WIDGET (self));
}

static void
set_target (KoyomiIncidentCards *self,
            int                  column)
{
  if (self->drag_column == column)
    return;

  self->drag_column = column;
  g_signal_emit (self, signals[SIGNAL_TARGET_CHANGED], 0);
}

/* Returns: the column to which a card would go that is being dragged; -1 for none */
int
koyomi_incident_cards_get_target (KoyomiIncidentCards *self)
{
  return self->drag_column;
}

/* @x, @y: the corner of what is dragged; @column: where it would go, or -1 */
void
koyomi_incident_cards_set_drag (KoyomiIncidentCards *self,
                                KoyomiIncidentPlace  place,
                                double               x,
                                double               y,
                                int                  column)
{
  gboolean begins = self->dragged == 0;

  self->dragged = get_incident (self, place);
  self->dragged_place = place;
  self->drag_x = x;
  self->drag_y = y;
  set_target (self, column);
  if (begins)
    update (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
koyomi_incident_cards_clear_drag (KoyomiIncidentCards *self)
{
  if (self->dragged == 0)
    return;

  self->dragged = 0;
  set_target (self, -1);
  update (self, FALSE);
}
