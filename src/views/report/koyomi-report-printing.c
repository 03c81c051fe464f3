#include "koyomi-report-printing.h"

#include "koyomi-print-preview.h"
#include "koyomi-print-run.h"

struct _KoyomiReportPrinting
{
  GtkPrintOperation  parent_instance;

  KoyomiLanguage     language;   /* of the preview */
  KoyomiReportMade  *made;
};

G_DEFINE_FINAL_TYPE (KoyomiReportPrinting, koyomi_report_printing, GTK_TYPE_PRINT_OPERATION)

static void
koyomi_report_printing_begin_print (GtkPrintOperation *operation,
                                    GtkPrintContext   *context)
{
  gtk_print_operation_set_n_pages (operation, KOYOMI_REPORT_PRINTING (operation)->made->n_pages);
}

/* Upright or on its side as the report is, whatever was printed last. */
static void
koyomi_report_printing_request_page_setup (GtkPrintOperation *operation,
                                           GtkPrintContext   *context,
                                           int                page,
                                           GtkPageSetup      *setup)
{
  double width, height;

  koyomi_report_get_page_size (KOYOMI_REPORT_PRINTING (operation)->made->report, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/* As large as the paper is. */
static void
koyomi_report_printing_draw_page (GtkPrintOperation *operation,
                                  GtkPrintContext   *context,
                                  int                page)
{
  KoyomiReport *report = KOYOMI_REPORT_PRINTING (operation)->made->report;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  koyomi_report_get_page_size (report, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width, gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  cairo_translate (cr, (gtk_print_context_get_width (context) - width * scale) / 2, 0);
  cairo_scale (cr, scale, scale);
  koyomi_report_paint_page (report, page, cr);
  cairo_restore (cr);
}

/* Shown by ourselves, because the program that GTK would start need not be there. */
static gboolean
koyomi_report_printing_preview (GtkPrintOperation        *operation,
                                GtkPrintOperationPreview *preview,
                                GtkPrintContext          *context,
                                GtkWindow                *parent)
{
  koyomi_print_preview_present (parent, KOYOMI_REPORT_PRINTING (operation)->language, preview, context);

  return TRUE;
}

static void
koyomi_report_printing_finalize (GObject *object)
{
  koyomi_report_made_unref (KOYOMI_REPORT_PRINTING (object)->made);

  G_OBJECT_CLASS (koyomi_report_printing_parent_class)->finalize (object);
}

static void
koyomi_report_printing_class_init (KoyomiReportPrintingClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = koyomi_report_printing_finalize;
  operation_class->begin_print = koyomi_report_printing_begin_print;
  operation_class->request_page_setup = koyomi_report_printing_request_page_setup;
  operation_class->draw_page = koyomi_report_printing_draw_page;
  operation_class->preview = koyomi_report_printing_preview;
}

static void
koyomi_report_printing_init (KoyomiReportPrinting *self)
{
}

/* @made: (transfer none) */
KoyomiReportPrinting *
koyomi_report_printing_new (KoyomiReportMade *made,
                            KoyomiLanguage    language)
{
  KoyomiReportPrinting *self = g_object_new (KOYOMI_TYPE_REPORT_PRINTING,
                                             "unit", GTK_UNIT_POINTS,
                                             "use-full-page", TRUE,
                                             "embed-page-setup", TRUE,
                                             NULL);

  self->language = language;
  self->made = koyomi_report_made_ref (made);

  return self;
}

/* Asks for printer and paper and prints what is shown. @name: of the print job */
void
koyomi_report_print (GtkWindow        *parent,
                     KoyomiWorkspace  *workspace,
                     KoyomiReportMade *made,
                     const char       *name)
{
  g_autoptr(KoyomiReportPrinting) operation = koyomi_report_printing_new (made, koyomi_workspace_get_language (workspace));

  koyomi_print_run (GTK_PRINT_OPERATION (operation), parent, workspace, name,
                    koyomi_workspace_tr (workspace, N_("The report was not printed")));
}
