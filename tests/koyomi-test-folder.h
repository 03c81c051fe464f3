#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A folder of the test program's own, which is gone when it ends. Backups go there as well, not to whoever runs the tests. */
void         koyomi_test_folder_start   (void);
int          koyomi_test_folder_finish  (int          status);
char        *koyomi_test_folder_make    (const char  *name) G_GNUC_WARN_UNUSED_RESULT;
char        *koyomi_test_folder_list    (const char  *folder) G_GNUC_WARN_UNUSED_RESULT;

void         koyomi_test_file_copy      (const char  *from,
                                         const char  *to);
char        *koyomi_test_file_hash      (const char  *path) G_GNUC_WARN_UNUSED_RESULT;
void         koyomi_test_file_write_at  (const char  *path,
                                         gint64       offset,
                                         const void  *bytes,
                                         gsize        size);
void         koyomi_test_run_sqlite3    (const char  *path,
                                         const char  *sql);
char        *koyomi_test_ask_sqlite3    (const char  *path,
                                         const char  *sql) G_GNUC_WARN_UNUSED_RESULT;

void         koyomi_test_convert_by_office (const char  *from,
                                            const char  *folder,
                                            const char  *filter);

/* Something that another process does; what goes wrong there ends it. */
typedef void (*KoyomiTestFunc) (gpointer data);

gboolean     koyomi_test_fork           (KoyomiTestFunc  func,
                                         gpointer        data);
gboolean     koyomi_test_fork_as_nobody (KoyomiTestFunc  func,
                                         gpointer        data);

G_END_DECLS
