#include "koyomi-report-pages.h"

#include "koyomi-report-page.h"

#include <math.h>

#define PIXELS_A_POINT (96.0 / 72.0)
#define MARGIN 18
#define GAP 18
#define LEAST_WIDTH 120

#define ZOOM_STEP 1.2
#define LEAST_ZOOM 0.3
#define MOST_ZOOM 3.0

/* A page is not made larger than this only because there is room. */
#define MOST_FIT 1.5

struct _KoyomiReportPages
{
  GtkWidget      parent_instance;

  KoyomiWorkspace *workspace;
  GtkAdjustment   *adjustment;   /* of the scrolled window; NULL while it is in none */
  double           width;        /* of a page, in pixels */
  double           height;
  double           zoom;         /* 0 to fill the width */
  double           shown;        /* how large pages are */
  double           place;        /* what part of all is above what is seen, to be kept when pages get another size; -1 for none */
  guint            place_id;     /* of the source that places them again; 0 while none will */
};

G_DEFINE_FINAL_TYPE (KoyomiReportPages, koyomi_report_pages, GTK_TYPE_WIDGET)

static guint
count_pages (KoyomiReportPages *self)
{
  guint n = 0;

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self)); page != NULL; page = gtk_widget_get_next_sibling (page))
    n++;

  return n;
}

/* How large pages are where there is so much room. */
static double
choose_zoom (KoyomiReportPages *self,
             int                width)
{
  if (self->zoom != 0 || self->width == 0)
    return self->zoom;

  return CLAMP ((width - 2 * MARGIN) / self->width, LEAST_WIDTH / self->width, MOST_FIT);
}

static int
get_page_height (KoyomiReportPages *self,
                 double             zoom)
{
  return ceil (self->height * zoom);
}

static GtkSizeRequestMode
koyomi_report_pages_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
koyomi_report_pages_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  KoyomiReportPages *self = KOYOMI_REPORT_PAGES (widget);
  int width = self->zoom == 0 ? LEAST_WIDTH : ceil (self->width * self->zoom);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width + 2 * MARGIN;
      *natural = MAX (*minimum, (int) self->width + 2 * MARGIN);
    }
  else
    *minimum = *natural = 2 * MARGIN - GAP + (int) count_pages (self) *
                          (get_page_height (self, choose_zoom (self, for_size < 0 ? width + 2 * MARGIN : for_size)) + GAP);
}

static gboolean
is_in_sight (KoyomiReportPages *self,
             int                top,
             int                height)
{
  double first;

  if (self->adjustment == NULL)
    return TRUE;

  first = gtk_adjustment_get_value (self->adjustment);

  return top + height >= first && top <= first + gtk_adjustment_get_page_size (self->adjustment);
}

static void
koyomi_report_pages_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  KoyomiReportPages *self = KOYOMI_REPORT_PAGES (widget);
  double zoom = choose_zoom (self, width);
  int page_width = ceil (self->width * zoom);
  int page_height = get_page_height (self, zoom);
  int top = MARGIN;

  self->shown = zoom;
  for (GtkWidget *page = gtk_widget_get_first_child (widget); page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      gtk_widget_set_child_visible (page, is_in_sight (self, top, page_height));
      gtk_widget_size_allocate (page, &(GtkAllocation) { (width - page_width) / 2, top, page_width, page_height }, -1);
      top += page_height + GAP;
    }
}

static gboolean
place_cb (gpointer data)
{
  KoyomiReportPages *self = data;

  self->place_id = 0;
  if (self->place >= 0)
    gtk_adjustment_set_value (self->adjustment, self->place * gtk_adjustment_get_upper (self->adjustment));
  self->place = -1;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Other pages may be in sight. Not while the scrolled window is being given its place, when it says so as well. */
static void
moved_cb (KoyomiReportPages *self)
{
  if (self->place_id == 0)
    self->place_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, self, NULL);
}

static void
let_go (KoyomiReportPages *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  g_clear_handle_id (&self->place_id, g_source_remove);
}

static void
koyomi_report_pages_root (GtkWidget *widget)
{
  KoyomiReportPages *self = KOYOMI_REPORT_PAGES (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (koyomi_report_pages_parent_class)->root (widget);

  let_go (self);
  if (scrolled == NULL)
    return;

  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (moved_cb), self);
}

static void
clear (KoyomiReportPages *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (page);
}

static void
koyomi_report_pages_dispose (GObject *object)
{
  KoyomiReportPages *self = KOYOMI_REPORT_PAGES (object);

  clear (self);
  let_go (self);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_report_pages_parent_class)->dispose (object);
}

static void
koyomi_report_pages_class_init (KoyomiReportPagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_report_pages_dispose;
  widget_class->root = koyomi_report_pages_root;
  widget_class->get_request_mode = koyomi_report_pages_get_request_mode;
  widget_class->measure = koyomi_report_pages_measure;
  widget_class->size_allocate = koyomi_report_pages_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "reportpages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
koyomi_report_pages_init (KoyomiReportPages *self)
{
  self->place = -1;
}

GtkWidget *
koyomi_report_pages_new (KoyomiWorkspace *workspace)
{
  KoyomiReportPages *self = g_object_new (KOYOMI_TYPE_REPORT_PAGES, "focusable", TRUE, NULL);

  self->workspace = g_object_ref (workspace);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, N_("Pages of the report")), -1);

  return GTK_WIDGET (self);
}

/* What is looked at stays where it is. */
void
koyomi_report_pages_show (KoyomiReportPages *self,
                          KoyomiReportMade  *made)
{
  g_return_if_fail (KOYOMI_IS_REPORT_PAGES (self));

  clear (self);
  koyomi_report_get_page_size (made->report, &self->width, &self->height);
  self->width *= PIXELS_A_POINT;
  self->height *= PIXELS_A_POINT;
  for (guint i = 0; i < made->n_pages; i++)
    {
      g_autofree char *name = g_strdup_printf (koyomi_workspace_tr (self->workspace, N_("Page %u of %u")), i + 1, made->n_pages);

      gtk_widget_set_parent (koyomi_report_page_new (made, i, name), GTK_WIDGET (self));
    }
}

static void
set_zoom (KoyomiReportPages *self,
          double             zoom)
{
  double upper = self->adjustment != NULL ? gtk_adjustment_get_upper (self->adjustment) : 0;

  if (zoom == self->zoom)
    return;

  self->place = upper > 0 ? gtk_adjustment_get_value (self->adjustment) / upper : -1;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* @steps: larger, or smaller when it is negative; 0 for as large as there is room beside */
void
koyomi_report_pages_zoom (KoyomiReportPages *self,
                          int                steps)
{
  g_return_if_fail (KOYOMI_IS_REPORT_PAGES (self));

  if (steps == 0)
    set_zoom (self, 0);
  else if (self->shown > 0)
    set_zoom (self, CLAMP (self->shown * pow (ZOOM_STEP, steps), LEAST_ZOOM, MOST_ZOOM));
}

/* Returns: the page in the middle of what is seen, from 0 */
guint
koyomi_report_pages_get_page (KoyomiReportPages *self)
{
  guint n;
  double middle;

  g_return_val_if_fail (KOYOMI_IS_REPORT_PAGES (self), 0);

  n = count_pages (self);
  if (n == 0 || self->shown == 0 || self->adjustment == NULL)
    return 0;

  middle = gtk_adjustment_get_value (self->adjustment) + gtk_adjustment_get_page_size (self->adjustment) / 2 - MARGIN;

  return MIN (n - 1, (guint) MAX (0, middle / (get_page_height (self, self->shown) + GAP)));
}
