#include "koyomi-report-page.h"

struct _KoyomiReportPage
{
  GtkWidget         parent_instance;

  KoyomiReportMade *made;
  guint             page;
};

/* That the paper throws on the desk. */
static const GdkRGBA shadow = { 0, 0, 0, 0.35 };

G_DEFINE_FINAL_TYPE (KoyomiReportPage, koyomi_report_page, GTK_TYPE_WIDGET)

static void
koyomi_report_page_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  KoyomiReportPage *self = KOYOMI_REPORT_PAGE (widget);
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GskRoundedRect outline;
  double width, height;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 1, 6);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  koyomi_report_get_page_size (self->made->report, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, area.size.width / width, area.size.width / width);
  koyomi_report_paint_page (self->made->report, self->page, cr);
  cairo_destroy (cr);
}

static void
koyomi_report_page_finalize (GObject *object)
{
  koyomi_report_made_unref (KOYOMI_REPORT_PAGE (object)->made);

  G_OBJECT_CLASS (koyomi_report_page_parent_class)->finalize (object);
}

static void
koyomi_report_page_class_init (KoyomiReportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = koyomi_report_page_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = koyomi_report_page_snapshot;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "reportpage");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
koyomi_report_page_init (KoyomiReportPage *self)
{
}

/* @page: from 0; @name: what a screen reader says */
GtkWidget *
koyomi_report_page_new (KoyomiReportMade *made,
                        guint             page,
                        const char       *name)
{
  KoyomiReportPage *self = g_object_new (KOYOMI_TYPE_REPORT_PAGE, NULL);

  self->made = koyomi_report_made_ref (made);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
