#include "koyomi-report-texts-window.h"

#include "koyomi-report-saving.h"
#include "koyomi-report-text.h"

struct _KoyomiReportTextsWindow
{
  KoyomiPlanWindow  parent_instance;

  GtkWidget        *heading;
  GtkWidget        *about;
  GtkWidget        *texts;

  KoyomiReportWish  wish;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiReportTextsWindow, heading),
  KOYOMI_UI_CHILD (KoyomiReportTextsWindow, about),
  KOYOMI_UI_CHILD (KoyomiReportTextsWindow, texts),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiReportTextsWindow, koyomi_report_texts_window, KOYOMI_TYPE_PLAN_WINDOW)

static gboolean
koyomi_report_texts_window_refresh (KoyomiPlanWindow  *window,
                                    GError           **error)
{
  KoyomiReportTextsWindow *self = KOYOMI_REPORT_TEXTS_WINDOW (window);
  KoyomiLanguage language = koyomi_plan_window_get_language (window);
  g_autofree char *about = NULL;
  guint n_written = 0;

  for (GtkWidget *text = gtk_widget_get_first_child (self->texts); text != NULL; text = gtk_widget_get_next_sibling (text))
    {
      gboolean is_written;

      if (!koyomi_report_text_refresh (KOYOMI_REPORT_TEXT (text), &is_written, error))
        return FALSE;
      n_written += is_written;
    }

  /* Translators: of %2$u sections of a report %1$u have a text */
  about = g_strdup_printf (koyomi_tr (language, "%1$u of %2$u sections have a text. It stands in the report below the title of the section."),
                           n_written, self->wish.kind->n_parts);
  gtk_label_set_label (GTK_LABEL (self->about), about);

  return TRUE;
}

static void
koyomi_report_texts_window_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);

  G_OBJECT_CLASS (koyomi_report_texts_window_parent_class)->dispose (object);
}

static void
koyomi_report_texts_window_class_init (KoyomiReportTextsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_report_texts_window_dispose;
  KOYOMI_PLAN_WINDOW_CLASS (klass)->refresh = koyomi_report_texts_window_refresh;
}

static void
koyomi_report_texts_window_init (KoyomiReportTextsWindow *self)
{
}

/* Returns: that of the section */
static GtkWidget *
add_texts (KoyomiReportTextsWindow *self,
           KoyomiWorkspace         *workspace,
           guint                    section)
{
  GtkWidget *wanted = NULL;

  for (guint i = 0; i < self->wish.kind->n_parts; i++)
    {
      GtkWidget *text = koyomi_report_text_new (workspace, &self->wish.kind->parts[i], &self->wish);

      gtk_box_append (GTK_BOX (self->texts), text);
      if (i == section)
        wanted = text;
    }

  return wanted;
}

/* @wish: of a kind with sections; @section: whose text is to be written first */
void
koyomi_report_texts_window_present (GtkWindow              *parent,
                                    KoyomiWorkspace        *workspace,
                                    const KoyomiReportWish *wish,
                                    guint                   section)
{
  KoyomiReportTextsWindow *self;
  g_autofree char *title = koyomi_report_wish_describe (wish, koyomi_workspace_get_session (workspace), " ");
  GtkWidget *first;

  g_return_if_fail (section < wish->kind->n_parts);

  self = g_object_new (KOYOMI_TYPE_REPORT_TEXTS_WINDOW, NULL);
  self->wish = *wish;
  koyomi_plan_window_build (KOYOMI_PLAN_WINDOW (self), parent, workspace, "koyomi-report-texts-window", children);
  gtk_label_set_label (GTK_LABEL (self->heading), title);
  first = add_texts (self, workspace, section);
  koyomi_plan_window_set_focus (KOYOMI_PLAN_WINDOW (self), first);
  koyomi_plan_window_show (KOYOMI_PLAN_WINDOW (self));
}
