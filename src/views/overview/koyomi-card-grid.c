#include "koyomi-card-grid.h"

#include "koyomi-chart-look.h"

#define MOST_COLUMNS 3
#define COLUMN_WIDTH 322   /* where texts have their usual size */
#define GAP 14

struct _KoyomiCardGrid
{
  GtkWidget  parent_instance;

  GArray    *spans;   /* (element-type int): of the children, in their order */
};

/* Where a card is; column and span are of those that there are. */
typedef struct
{
  GtkWidget *card;
  int        column;
  int        span;
  int        y;
  int        height;
} Place;

G_DEFINE_FINAL_TYPE (KoyomiCardGrid, koyomi_card_grid, GTK_TYPE_WIDGET)

int
koyomi_card_grid_get_n_columns (KoyomiCardGrid *self,
                                int             width)
{
  double column = COLUMN_WIDTH * koyomi_chart_look_get_scale (GTK_WIDGET (self));

  g_return_val_if_fail (KOYOMI_IS_CARD_GRID (self), 1);

  return CLAMP ((int) ((width + GAP) / (column + GAP)), 1, MOST_COLUMNS);
}

static int
get_span_width (int width,
                int n_columns,
                int span)
{
  int column = MAX ((width - (n_columns - 1) * GAP) / n_columns, 1);

  return span == n_columns ? width : span * column + (span - 1) * GAP;
}

static int
measure_card (GtkWidget *card,
              int        width)
{
  int minimum, natural;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);

  return natural;
}

/* A card goes beside the one before it where there is room, else to the first column; what is left of a line belongs to its last card. */
static GArray *
choose_columns (KoyomiCardGrid *self,
                int             n_columns)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  Place *before = NULL;
  guint index = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL; card = gtk_widget_get_next_sibling (card), index++)
    {
      Place place = { card, 0, MIN (g_array_index (self->spans, int, index), n_columns), 0, 0 };

      if (!gtk_widget_should_layout (card))
        continue;

      if (before != NULL && before->column + before->span + place.span <= n_columns)
        place.column = before->column + before->span;
      else if (before != NULL)
        before->span = n_columns - before->column;
      g_array_append_val (places, place);
      before = &g_array_index (places, Place, places->len - 1);
    }
  if (before != NULL)
    before->span = n_columns - before->column;

  return places;
}

static gboolean
shares_column (const Place *self,
               const Place *other)
{
  return self->column < other->column + other->span && other->column < self->column + self->span;
}

/* Each card directly under those above it: a short one leaves no hole beside a tall one. It ends where the next one begins.
 * Returns: (transfer full): of the cards that are seen */
static GArray *
place_cards (KoyomiCardGrid *self,
             int             width,
             int            *height)
{
  int n_columns = koyomi_card_grid_get_n_columns (self, width);
  GArray *places = choose_columns (self, n_columns);

  *height = 0;
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);

      for (guint j = 0; j < i; j++)
        if (shares_column (&g_array_index (places, Place, j), place))
          place->y = MAX (place->y, g_array_index (places, Place, j).y + g_array_index (places, Place, j).height + GAP);
      place->height = measure_card (place->card, get_span_width (width, n_columns, place->span));
      *height = MAX (*height, place->y + place->height);
    }
  for (guint i = 0; i < places->len; i++)
    {
      Place *place = &g_array_index (places, Place, i);
      int end = *height;

      for (guint j = i + 1; j < places->len; j++)
        if (shares_column (place, &g_array_index (places, Place, j)))
          end = MIN (end, g_array_index (places, Place, j).y - GAP);
      place->height = end - place->y;
    }

  return places;
}

static int
measure_width (KoyomiCardGrid *self)
{
  int width = 0;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self)); card != NULL; card = gtk_widget_get_next_sibling (card))
    {
      int minimum;

      gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (width, minimum);
    }

  return width;
}

static int
measure_height (KoyomiCardGrid *self,
                int             width)
{
  int height;

  g_array_unref (place_cards (self, width, &height));

  return height;
}

static void
koyomi_card_grid_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  KoyomiCardGrid *self = KOYOMI_CARD_GRID (widget);
  int width = measure_width (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = width;
  else
    *minimum = *natural = measure_height (self, for_size > 0 ? for_size : MAX (width, 1));
}

static GtkSizeRequestMode
koyomi_card_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
koyomi_card_grid_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  KoyomiCardGrid *self = KOYOMI_CARD_GRID (widget);
  int n_columns = koyomi_card_grid_get_n_columns (self, width);
  gboolean is_mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr(GArray) places = place_cards (self, width, &height);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      int x = place->column == 0 ? 0 : get_span_width (width, n_columns, place->column) + GAP;
      int wide = place->column + place->span == n_columns ? width - x : get_span_width (width, n_columns, place->span);

      gtk_widget_size_allocate (place->card, &(GtkAllocation) { is_mirrored ? width - x - wide : x, place->y, wide, place->height }, -1);
    }
}

static void
koyomi_card_grid_dispose (GObject *object)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (card);

  G_OBJECT_CLASS (koyomi_card_grid_parent_class)->dispose (object);
}

static void
koyomi_card_grid_finalize (GObject *object)
{
  g_array_unref (KOYOMI_CARD_GRID (object)->spans);

  G_OBJECT_CLASS (koyomi_card_grid_parent_class)->finalize (object);
}

static void
koyomi_card_grid_class_init (KoyomiCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_card_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = koyomi_card_grid_finalize;
  widget_class->measure = koyomi_card_grid_measure;
  widget_class->get_request_mode = koyomi_card_grid_get_request_mode;
  widget_class->size_allocate = koyomi_card_grid_size_allocate;
}

static void
koyomi_card_grid_init (KoyomiCardGrid *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (int));
  koyomi_chart_look_watch (GTK_WIDGET (self));
}

GtkWidget *
koyomi_card_grid_new (void)
{
  return g_object_new (KOYOMI_TYPE_CARD_GRID, NULL);
}

/* @card: (transfer floating)
 * @span: over how many columns it goes where there are as many */
void
koyomi_card_grid_add (KoyomiCardGrid *self,
                      GtkWidget      *card,
                      int             span)
{
  g_return_if_fail (KOYOMI_IS_CARD_GRID (self));

  g_array_append_val (self->spans, span);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}
