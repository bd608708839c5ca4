xsl
