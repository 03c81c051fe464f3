#include "koyomi-export-format-card.h"

static const struct
{
  const char *name;       /* the same in all languages */
  const char *icon;
  const char *purposes[KOYOMI_N_EXPORT_REPORTS];   /* NULL where it has none */
} formats[KOYOMI_N_EXPORT_FORMATS] = {
  [KOYOMI_EXPORT_FORMAT_XLSX] = {
    "Excel", "x-office-spreadsheet-symbolic",
    { N_("A workbook to hand in, with the runs and what to ask about them"),
      N_("A workbook with maturity, breaches and load, whose letters can be edited and imported again"),
      N_("A workbook of the report with the whole timeline, or of the figures with charts and the list"),
      N_("A workbook with charts, definitions, data quality and the rows behind each figure") },
  },
  [KOYOMI_EXPORT_FORMAT_PDF] = {
    "PDF", "x-office-document-symbolic",
    { N_("Pages to print, send and file"), N_("Pages to print, send and file"), N_("Pages to print, send and file"),
      N_("Pages to print, send and file") },
  },
  [KOYOMI_EXPORT_FORMAT_PNG] = {
    "PNG", "image-x-generic-symbolic",
    { N_("A picture for slides"), [KOYOMI_EXPORT_REPORT_METRICS] = N_("A picture for slides") },
  },
  [KOYOMI_EXPORT_FORMAT_CSV] = {
    "CSV", "text-x-generic-symbolic",
    { N_("The list of runs, to edit elsewhere and import again"), N_("Who does what, to edit elsewhere and import again"),
      N_("The timeline, or the list of all incidents, to reckon with elsewhere"),
      N_("A row a metric, to reckon with elsewhere") },
  },
  [KOYOMI_EXPORT_FORMAT_ICS] = { "iCalendar", "x-office-calendar-symbolic", { N_("Events for a calendar program") } },
  [KOYOMI_EXPORT_FORMAT_SVG] = {
    "SVG", "image-x-generic-symbolic", { [KOYOMI_EXPORT_REPORT_METRICS] = N_("A picture of any size, to edit elsewhere") },
  },
};

const char *
koyomi_export_format_get_name (KoyomiExportFormat format)
{
  g_return_val_if_fail ((guint) format < KOYOMI_N_EXPORT_FORMATS, "");

  return formats[format].name;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
  gtk_widget_add_css_class (label, style);

  return label;
}

GtkWidget *
koyomi_export_format_card_new (KoyomiExportFormat format,
                               KoyomiExportReport report,
                               KoyomiLanguage     language)
{
  const char *purpose = koyomi_tr (language, formats[format].purposes[report]);
  GtkWidget *card = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (formats[format].icon);

  gtk_image_set_icon_size (GTK_IMAGE (icon), GTK_ICON_SIZE_LARGE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_label (formats[format].name, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (purpose, "caption"));
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "koyomi-format");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, formats[format].name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, purpose, -1);

  return card;
}
