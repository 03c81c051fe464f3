#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A page of the audit view, as its head bar offers it. It is made when it is first shown. */
typedef struct
{
  const char  *id;
  const char  *title;   /* in English, for koyomi_tr() */
  GtkWidget *(*create) (KoyomiWorkspace *workspace);
} KoyomiAuditPage;

/* In the order of the head bar. */
extern const KoyomiAuditPage koyomi_audit_pages[];
extern const guint koyomi_n_audit_pages;

const KoyomiAuditPage *koyomi_audit_page_find (const char *id);

G_END_DECLS
